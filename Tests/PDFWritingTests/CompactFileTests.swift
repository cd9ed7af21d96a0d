import PDFWriting
import PageLayout
import Testing

@Suite(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
struct CompactFileTests {
    private func layout(pages count: Int) -> DocumentLayout {
        let pages = (0..<count).map { Sample.page([("医师", .song)], label: "\($0 + 1)") }
        return DocumentLayout(
            pages: pages,
            bookmarks: (0..<count).map { Bookmark("第 \($0) 页", page: $0) }
        )
    }

    // qpdf lists each object as at an offset, or as in an object stream with an index.
    @Test(arguments: [1, 120])
    func `All objects but streams are packed, at most 255 together`(pages: Int) throws {
        let bytes = try Sample.write(layout(pages: pages), compressed: true)
        let table = try output(of: .qpdf, ["--show-xref", "FILE"], bytes)
        let packed = table.matches(of: #/compressed; stream = (\d+), index = (\d+)/#)
        let plain = table.matches(of: #/uncompressed; offset = (\d+)/#)
        let streams = Set(packed.map(\.1))
        // A page, its resources and its bookmark at least.
        #expect(packed.count > 3 * pages)
        #expect(streams.count == (packed.count + 254) / 255)
        #expect(packed.allSatisfy { Int($0.2).map((0..<255).contains) == true })
        for match in plain {
            let offset = try #require(Int(match.1))
            var scanner = PDFScanner(bytes, at: offset)
            let number = scanner.word()
            #expect(Int(number) != nil && scanner.word() == "0" && scanner.word() == "obj")
            let value = try #require(try scanner.value().dictionary, "object \(number)")
            #expect(value["Length"] != nil && scanner.take("stream"), "object \(number)")
        }
    }

    @Test func `A document for people to read has a table of references`() throws {
        let bytes = try Sample.write(layout(pages: 2))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("trailer") && !text.contains("/ObjStm"))
    }

    @Test func `Packing changes nothing that a document says`() throws {
        let documents = try [true, false].map {
            try ParsedPDF(Sample.write(layout(pages: 30), compressed: $0))
        }
        for (one, other) in zip(try documents[0].pages, try documents[1].pages) {
            let keys = try [documents[0].dictionary(one), documents[1].dictionary(other)]
            #expect(Set(keys[0].keys) == Set(keys[1].keys))
            #expect(keys[0]["MediaBox"] == keys[1]["MediaBox"])
        }
        let (first, second) = try (documents[0].catalog, documents[1].catalog)
        #expect(Set(first.keys) == Set(second.keys))
        let (packed, plain) = try (documents[0].info, documents[1].info)
        #expect(packed == plain)
        // qpdf leaves the first of the two identifiers as it is.
        let identifiers = try documents.map { try $0.array($0.trailer["ID"]).first }
        #expect(identifiers[0] == identifiers[1])
    }
}
