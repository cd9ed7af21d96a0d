import PDFReading
import Testing

/// A picture may look otherwise though its bytes are the same; what could make it so is told.
@Suite struct PictureEntriesTests {
    @Test(arguments: [
        ("", [], false), ("/Decode[1 0]", ["Decode"], false),
        ("/ImageMask true", ["ImageMask"], false),
        ("/SMask 5 0 R", ["SMask"], true), ("/Mask[0 9]", ["Mask"], true),
        ("/DecodeParms<</ColorTransform 0>>", ["DecodeParms"], false), ("/OC 1 0 R", ["OC"], false),
    ])
    func `what else a dictionary says is told`(entry: String, names: [String], isMasked: Bool)
        throws
    {
        let image = RawPDF.stream(
            "abc",
            "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/Filter/DCTDecode\(entry)"
        )
        let raw = RawPDF(
            content: "/I Do",
            page: "/Resources<</XObject<</I 5 0 R>>>>",
            more: [image]
        )
        let found = try PDFDocument(bytes: raw.bytes).page(0).images.first?.image
        #expect(found?.otherEntries == names)
        #expect(found?.hasMask == isMasked)
        #expect(found?.isJPEG == true)
    }
}
