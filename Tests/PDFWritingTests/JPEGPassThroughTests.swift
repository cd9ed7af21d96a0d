import PDFWriting
import PageLayout
import Testing

struct JPEGPassThroughTests {
    private func picture(_ source: ByteSource) -> PDFPicture {
        PDFPicture(
            coding: .jpeg,
            width: 16,
            height: 16,
            colours: .gray,
            source: source,
            name: "one"
        )
    }

    /// A JPEG padded by comments beyond the buffers of all libraries, so that it is read in many pieces.
    private static let long: [UInt8] = {
        let start: [UInt8] = [0xFF, 0xD8]
        let comment: [UInt8] = [0xFF, 0xFE, 0xFF, 0xFF] + (0..<65_533).map { UInt8($0 * 7 & 0xFF) }
        return start + comment + comment + comment + Array(TinyJPEG.gray.dropFirst(2))
    }()

    private func sources(_ jpeg: [UInt8], in folder: TemporaryFolder) throws -> [ByteSource] {
        let whole = try folder.write(jpeg, to: "whole.jpg")
        // The same bytes behind others, the halves the wrong way round and an empty part between.
        let half = jpeg.count / 2
        let apart = try folder.write([1, 2, 3] + jpeg[half...] + [9] + jpeg[..<half], to: "apart")
        let second = 3..<3 + jpeg.count - half
        let first = second.upperBound + 1..<second.upperBound + 1 + half
        return [
            .bytes(jpeg), .file(path: whole, parts: [0..<jpeg.count]),
            .file(path: apart, parts: [first, 5..<5, second]), .made(count: jpeg.count) { jpeg },
        ]
    }

    // A compact file is read through qpdf.
    @Test(arguments: [TinyJPEG.gray, long], OutsideTool.qpdf == nil ? [false] : [true, false])
    func `A JPEG is embedded byte for byte from every source`(
        jpeg: [UInt8],
        compressed: Bool
    ) throws {
        let folder = try TemporaryFolder()
        for source in try sources(jpeg, in: folder) {
            let pdf = try ParsedPDF(
                Sample.write(Sample.showing(1), pictures: [picture(source)], compressed: compressed)
            )
            let image = try #require(try pdf.resources("XObject", ofPage: 0).values.first)
            #expect(try pdf.stream(image) == jpeg)
            #expect(
                try pdf.dictionary(image)["Filter"].map { $0.array ?? [$0] } == [.name("DCTDecode")]
            )
        }
    }

    @Test(.enabled(if: OutsideTool.pdfimages != nil, "pdfimages (poppler-utils) is not installed"))
    func `Pdfimages takes the JPEG files out as they went in`() throws {
        let folder = try TemporaryFolder()
        let jpegs = [TinyJPEG.gray, Self.long]
        let pdf = try Sample.write(
            Sample.showing(2),
            pictures: jpegs.map { picture(.bytes($0)) },
            compressed: true
        )
        let file = try folder.write(pdf, to: "document.pdf")
        let result = try #require(OutsideTool.pdfimages).run(["-all", file, folder.path("out")])
        #expect(result.status == 0, "\(result.output)")
        #expect(try folder.bytes(of: "out-000.jpg") == jpegs[0])
        #expect(try folder.bytes(of: "out-001.jpg") == jpegs[1])
    }
}
