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

    @Test(
        arguments: [
            ([(5, "[0 0 30 40]"), (7, "14")], "pdf.bad-object"),
            ([(5, "[0 0 30 40] 7"), (6, "14")], "pdf.bad-object"),
            ([(5, "[0 0 30 40"), (6, "14")], "pdf.bad-syntax"),
            ([(5, "6 0 R"), (6, "(14)")], "pdf.bad-stream"),
            ([(5, "5 0 R"), (6, "14")], "pdf.loop"),
        ] as [([(Int, String)], String)]
    )
    func `a wrong stream of objects is refused`(packed: [(Int, String)], code: String) {
        let found = refusal(of: Self.raw.compact(packing: packed))
        #expect(found == code)
    }

    /// The length of the stream that holds the lengths would have to be read from itself.
    @Test func `a stream of objects that needs itself is refused`() throws {
        let packed = [(5, "[0 0 30 40]"), (6, "14")]
        let found = refusal(of: Self.raw.compact(packing: packed, containerLength: "6 0 R"))
        #expect(found == "pdf.bad-stream")
    }

    @Test func `a length outside of the stream of objects is found`() {
        var raw = Self.raw
        raw.objects[3] = raw.objects[3].replacing("6 0 R", with: "5 0 R")
        raw.objects[2] = raw.objects[2].replacing("5 0 R", with: "6 0 R")
        raw.objects.append("14")
        let found = refusal(of: raw.compact(packing: [(6, "[0 0 30 40]")]))
        #expect(found == nil)
    }
}
