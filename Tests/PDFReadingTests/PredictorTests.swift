import PDFReading
import Testing

@Suite struct PredictorTests {
    /// One row for each of PNG's filters, worked out by hand after ISO/IEC 15948, 9.2 to 9.4.
    @Test func `the rows of a PNG are restored`() throws {
        let filtered: [UInt8] = [
            0, 10, 20, 30,  // none: 10 20 30
            1, 5, 5, 250,  // sub: 5 10 4
            2, 1, 2, 3,  // up: 6 12 7
            3, 10, 10, 10,  // average: 13 22 24
            4, 1, 1, 1,  // Paeth: 14 23 25
        ]
        let stream = Self.stored(filtered)
        let image = """
            /Subtype/Image/Width 3/Height 5/BitsPerComponent 8/ColorSpace/DeviceGray\
            /Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>
            """
        let holder = String(repeating: "x", count: stream.count)
        var bytes = RawPDF(
            content: "/I Do",
            page: "/Resources<</XObject<</I 5 0 R>>>>",
            more: [RawPDF.stream(holder, image)]
        ).bytes
        let place = try #require(
            bytes.indices.first { bytes[$0...].starts(with: "stream\nxx".utf8) }
        )
        bytes.replaceSubrange(place + 7..<place + 7 + stream.count, with: stream)
        let document = try PDFDocument(bytes: bytes)
        let found = try #require(try document.page(0).images.first?.image)
        let samples = try document.samples(of: found)
        #expect(samples == [10, 20, 30, 5, 10, 4, 6, 12, 7, 13, 22, 24, 14, 23, 25])
    }

    /// Bytes in a stored block (RFC 1951, 3.2.4) of a zlib stream.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt8(bytes.count)
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return [0x78, 0x01, 0x01, count, 0, ~count, 0xFF] + bytes
            + [UInt8(b >> 8), UInt8(b & 255), UInt8(a >> 8), UInt8(a & 255)]
    }
}
