import Foundation
import PDFWriting
import PageLayout
import Synchronization
import Testing

/// Counts calls from any thread.
private final class Counter: Sendable {
    let calls = Mutex(0)
}

struct PictureTests {
    /// Pixels of one picture, how they are coded, and how a reader must see them.
    struct Pixels: Sendable, CustomTestStringConvertible {
        let name: String
        let width: Int
        let height: Int
        let bits: Int
        let colours: PDFPicture.Colours
        /// The rows without filter bytes.
        let rows: [[UInt8]]
        /// The rows as a PNG filters them, each with its filter byte.
        let filtered: [UInt8]
        /// The pixels as RGB, which is what pdfimages writes.
        let seen: [UInt8]

        var testDescription: String { name }
    }

    private static let pixels = [
        Pixels(
            name: "gray",
            width: 3,
            height: 2,
            bits: 8,
            colours: .gray,
            rows: [[0, 100, 255], [7, 8, 9]],
            filtered: [0, 0, 100, 255, 0, 7, 8, 9],
            seen: [0, 0, 0, 100, 100, 100, 255, 255, 255, 7, 7, 7, 8, 8, 8, 9, 9, 9]
        ),
        Pixels(
            // Row 0 by filter Sub (1), row 1 by Up (2): ISO/IEC 15948, 9.2.
            name: "RGB",
            width: 2,
            height: 2,
            bits: 8,
            colours: .rgb,
            rows: [[10, 20, 30, 11, 22, 33], [12, 24, 36, 255, 0, 1]],
            filtered: [1, 10, 20, 30, 1, 2, 3, 2, 2, 4, 6, 244, 234, 224],
            seen: [10, 20, 30, 11, 22, 33, 12, 24, 36, 255, 0, 1]
        ),
        Pixels(
            name: "palette of 3 in 2 bits",
            width: 5,
            height: 1,
            bits: 2,
            colours: .indexed(palette: [255, 0, 0, 0, 255, 0, 40, 41, 42]),
            rows: [[0b0001_1000, 0b0100_0000]],
            filtered: [0, 0b0001_1000, 0b0100_0000],
            seen: [255, 0, 0, 0, 255, 0, 40, 41, 42, 255, 0, 0, 0, 255, 0]
        ),
        Pixels(
            name: "palette of 256",
            width: 2,
            height: 1,
            bits: 8,
            colours: .indexed(palette: (0..<768).map { UInt8($0 / 3) }),
            rows: [[255, 40]],
            filtered: [0, 255, 40],
            seen: [255, 255, 255, 40, 40, 40]
        ),
        Pixels(
            name: "gray in 4 bits",
            width: 3,
            height: 1,
            bits: 4,
            colours: .gray,
            rows: [[0x0F, 0x80]],
            filtered: [0, 0x0F, 0x80],
            seen: [0, 0, 0, 255, 255, 255, 136, 136, 136]
        ),
    ]

    private func seen(_ picture: PDFPicture, compressed: Bool) throws -> PortableMap {
        let folder = try TemporaryFolder()
        let pdf = try Sample.write(Sample.showing(1), pictures: [picture], compressed: compressed)
        let file = try folder.write(pdf, to: "document.pdf")
        let result = try #require(OutsideTool.pdfimages).run([file, folder.path("seen")])
        #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
        let name = try #require(try folder.names.first { $0.hasPrefix("seen-000.") })
        return try PortableMap(folder.bytes(of: name))
    }

    private func picture(_ pixels: Pixels, _ coding: PDFPicture.Coding, _ source: ByteSource)
        -> PDFPicture
    {
        PDFPicture(
            coding: coding,
            width: pixels.width,
            height: pixels.height,
            bits: pixels.bits,
            colours: pixels.colours,
            source: source,
            name: pixels.name
        )
    }

    @Test(
        .enabled(if: OutsideTool.pdfimages != nil, "pdfimages (poppler-utils) is not installed"),
        arguments: pixels,
        [true, false]
    )
    func `The data of a PNG gives its pixels`(pixels: Pixels, compressed: Bool) throws {
        let data = TinyPNG.zlib(pixels.filtered)
        let map = try seen(picture(pixels, .pngData, .bytes(data)), compressed: compressed)
        #expect(map.format == "P6")
        #expect(map.width == pixels.width && map.height == pixels.height)
        #expect(map.samples == pixels.seen)
    }

    @Test(
        .enabled(if: OutsideTool.pdfimages != nil, "pdfimages (poppler-utils) is not installed"),
        arguments: pixels,
        [true, false]
    )
    func `Samples made while writing give their pixels`(pixels: Pixels, compressed: Bool) throws {
        let samples = pixels.rows.flatMap(\.self)
        let source = ByteSource.made(count: samples.count) { samples }
        let map = try seen(picture(pixels, .samples, source), compressed: compressed)
        #expect(map.format == "P6")
        #expect(map.samples == pixels.seen)
    }

    @Test func `The data of a PNG stands in the file as it came`() throws {
        let pixels = try #require(Self.pixels.first)
        let data = TinyPNG.zlib(pixels.filtered)
        let pdf = try ParsedPDF(
            Sample.write(Sample.showing(1), pictures: [picture(pixels, .pngData, .bytes(data))])
        )
        let image = try #require(try pdf.resources("XObject", ofPage: 0).values.first)
        #expect(try pdf.stream(image) == data)
        let entries = try pdf.dictionary(image)
        #expect(entries["Filter"] == .name("FlateDecode"))
        let parameters = try pdf.dictionary(entries["DecodeParms"])
        #expect(parameters["Predictor"] == .number(15))
        #expect(parameters["Columns"] == .number(3))
    }

    @Test func `Samples are made once`() throws {
        let counter = Counter()
        let source = ByteSource.made(count: 9000) {
            counter.calls.withLock { $0 += 1 }
            return [UInt8](repeating: 7, count: 9000)
        }
        let picture = PDFPicture(
            coding: .samples,
            width: 90,
            height: 100,
            colours: .gray,
            source: source,
            name: "one"
        )
        _ = try Sample.write(Sample.showing(1), pictures: [picture])
        #expect(counter.calls.withLock { $0 } == 1)
    }

    @Test func `A picture shown twice is embedded once`() throws {
        let marks = [20.0, 120].map { Mark.picture(index: 0, Box(10, $0, 50, 50), turn: .none) }
        let layout = DocumentLayout(pages: ["1", "2"].map { Page(label: $0, marks: marks) })
        let picture = PDFPicture(
            coding: .jpeg,
            width: 16,
            height: 16,
            colours: .gray,
            source: .bytes(TinyJPEG.gray),
            name: "one"
        )
        let pdf = try ParsedPDF(Sample.write(layout, pictures: [picture]))
        let references = try (0..<2).flatMap { try pdf.resources("XObject", ofPage: $0).values }
        #expect(Set(references).count == 1)
    }
}
