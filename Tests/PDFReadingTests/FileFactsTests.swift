import PDFReading
import Testing

/// What the writer of a dossier never makes is told.
@Suite struct FileFactsTests {
    static let plain = RawPDF(content: "0 0 10 10 re f")

    @Test func `a plain file was written once`() throws {
        let facts = try PDFDocument(bytes: Self.plain.bytes).facts
        #expect(facts.isWrittenOnce)
        #expect(facts.endMarkers == 1 && facts.sections == 1)
    }

    /// A second revision replaces the content of the page (ISO 32000-1, 7.5.6).
    @Test func `an incremental update is told, and what it replaced is of no object`() throws {
        let first = Self.plain.text
        let offset = first.utf8.count
        let previous = first.split(separator: "\n").dropLast().last ?? ""
        let digits = String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset)"
        let object = "4 0 obj\n\(RawPDF.stream("0 0 50 50 re f"))\nendobj\n"
        let start = offset + object.utf8.count
        let update =
            object + "xref\n4 1\n\(digits) 00000 n \n"
            + "trailer\n<</Size 5/Root 1 0 R/Prev \(previous)>>\nstartxref\n\(start)\n%%EOF\n"
        let document = try PDFDocument(bytes: Array((first + update).utf8))
        #expect(document.facts.sections == 2)
        #expect(document.facts.endMarkers == 2)
        #expect(!document.facts.isWrittenOnce)
        let old = try #require(document.facts.strayBytes.first)
        #expect(String(decoding: try document.bytes[old], as: UTF8.self).hasPrefix("4 0 obj"))
        let box = try document.page(0).shapes.first?.box
        #expect(box == PDFRectangle(PDFPoint(0, 0), PDFPoint(50, 50)))
    }

    @Test(arguments: [("", 0), ("\n", 1), ("x", 1), ("\n\n", 2), ("PK\u{3}\u{4} and more", 13)])
    func `bytes after the end are counted beyond the end of the line`(tail: String, count: Int)
        throws
    {
        let facts = try PDFDocument(bytes: Self.plain.bytes + Array(tail.utf8)).facts
        #expect(facts.bytesAfterEnd == count)
        #expect(facts.isWrittenOnce == (count == 0))
    }

    @Test(arguments: ["MZ", "#!/bin/sh\n", String(repeating: "x", count: 1000)])
    func `bytes before the header are counted, and offsets count from it`(junk: String) throws {
        let facts = try PDFDocument(bytes: Array(junk.utf8) + Self.plain.bytes).facts
        #expect(facts.bytesBeforeHeader == junk.utf8.count)
        #expect(!facts.isWrittenOnce)
    }

    @Test func `bytes between objects are told`() throws {
        var raw = Self.plain
        raw.objects[1] += "\nendobj\n99 0 obj\n(hidden)"
        let document = try PDFDocument(bytes: raw.bytes)
        let stray = try #require(document.facts.strayBytes.first)
        let text = String(decoding: try document.bytes[stray], as: UTF8.self)
        #expect(text == "99 0 obj\n(hidden)\nendobj")
    }
}
