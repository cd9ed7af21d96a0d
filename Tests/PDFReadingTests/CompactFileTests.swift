import PDFReading
import Testing

/// Streams of objects and of cross-references (ISO 32000-1, 7.5.7 and 7.5.8).
@Suite struct CompactFileTests {
    static let raw = RawPDF([
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox 5 0 R/Contents 4 0 R>>",
        "<</Length 6 0 R>>\nstream\n0 0 10 10 re f\nendstream",
    ])

    @Test func `objects and a length are found in a stream of objects`() throws {
        let bytes = Self.raw.compact(packing: [(5, "[0 0 30 40]"), (6, "14")])
        let document = try PDFDocument(bytes: bytes)
        #expect(document.facts.isWrittenOnce)
        let page = try document.page(0)
        #expect(page.mediaBox == PDFRectangle(PDFPoint(0, 0), PDFPoint(30, 40)))
        #expect(page.shapes.count == 1)
    }

    @Test(arguments: [
        ([(5, "[0 0 30 40]"), (7, "14")], "pdf.bad-object"),
        ([(5, "[0 0 30 40] 7"), (6, "14")], "pdf.bad-object"),
        ([(5, "[0 0 30 40"), (6, "14")], "pdf.bad-syntax"),
        ([(5, "6 0 R"), (6, "(14)")], "pdf.bad-stream"),
        ([(5, "5 0 R"), (6, "14")], "pdf.loop"),
    ] as [([(Int, String)], String)])
    func `a wrong stream of objects is refused`(packed: [(Int, String)], code: String) {
        let found = refusal(of: Self.raw.compact(packing: packed))
        #expect(found == code)
    }

    /// The length of the stream that holds the lengths would have to be read from itself.
    @Test func `a stream of objects that needs itself is refused`() throws {
        let bytes = Self.raw.compact(packing: [(5, "[0 0 30 40]"), (6, "14")])
        let text = String(decoding: bytes, as: UTF8.self)
        let entry = try #require(text.ranges(of: "/First 10").first)
        let length = text[text.index(entry.lowerBound, offsetBy: -40)..<entry.lowerBound]
        let place = try #require(length.ranges(of: "/Length ").first)
        let digits = text[place.upperBound...].prefix { $0.isNumber }
        // Of the same length, so that all places stay right: "/Length 24" and "/Length(6 0 R)".
        let changed = Self.replace(
            "/Length \(digits)/Type/ObjStm/N 2",
            by: "/Length 6 0 R/Type/ObjStm/N 2",
            in: bytes
        )
        let found = refusal(of: changed)
        #expect(found != nil)
    }

    private static func replace(_ old: String, by new: String, in bytes: [UInt8]) -> [UInt8] {
        let word = Array(old.utf8)
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: word) }) else {
            return bytes
        }
        return Array(bytes[..<place]) + Array(new.utf8) + Array(bytes[(place + word.count)...])
    }
}
