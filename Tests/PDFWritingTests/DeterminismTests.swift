import PDFWriting
import PageLayout
import Testing

struct DeterminismTests {
    /// A document that uses every kind of mark and of source.
    private func bytes(_ fonts: FontLibrary, compressed: Bool) throws -> [UInt8] {
        var layout = DocumentLayout(
            pages: FontRole.allCases.map { Sample.page([("医师𠀁䷀一⼀A", $0)], label: "页") },
            bookmarks: [Bookmark("一", page: 0, children: [Bookmark("二", page: 1)])]
        )
        layout.pages[0].marks += [
            .rule(from: Point(1, 1), to: Point(2, 2), Stroke(0.2, dash: 1)),
            .box(Box(1, 1, 5, 5), fill: .white, stroke: Stroke(1)),
            .picture(index: 0, Box(50, 50, 20, 20), turn: .left),
            .code(
                CodeModules(side: 3, runs: [.init(row: 1, start: 0, length: 2)]),
                Box(9, 9, 9, 9)
            ),
            .link(Box(1, 1, 5, 5), toPage: 2),
        ]
        let picture = PDFPicture(
            coding: .jpeg,
            width: 16,
            height: 16,
            colours: .gray,
            source: .bytes(TinyJPEG.gray),
            name: "one"
        )
        let attachment = PDFAttachment(
            name: "a.json",
            mediaType: "application/json",
            summary: "清单",
            bytes: [1, 2, 3]
        )
        return try Sample.write(
            layout,
            pictures: [picture],
            attachments: [attachment],
            fonts: fonts,
            compressed: compressed
        )
    }

    @Test(arguments: [true, false])
    func `The same document has the same bytes, twice and with newly opened fonts`(
        compressed: Bool
    ) throws {
        let library = try TestFont.library()
        let first = try bytes(library, compressed: compressed)
        #expect(try bytes(library, compressed: compressed) == first)
        #expect(try bytes(TestFont.library(), compressed: compressed) == first)
    }

    @Test func `What was written before with the same fonts changes nothing`() throws {
        var chains = try TestFont.locations()
        chains[.song] = try [TestFont.notoSerif, .hanaA].map { try $0.location() }
        chains[.kai] = try [TestFont.kai, .hanaB].map { try $0.location() }
        let page = Sample.page([("医䷀", .song), ("师𠀁", .kai)])
        let layout = DocumentLayout(pages: [page])
        let expected = try Sample.write(layout, fonts: FontLibrary(chains: chains))

        let library = try FontLibrary(chains: chains)
        // Opens the fallback fonts in another order, and fills the store of subsets beyond its size.
        for text in ["𠀁", "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"] {
            _ = try Sample.write(Sample.text(text, .kai), fonts: library)
        }
        #expect(try Sample.write(layout, fonts: library) == expected)
    }

    @Test(arguments: [FontRole.song, .kai])
    func `Which characters were set together before changes nothing`(role: FontRole) throws {
        // Among them glyphs of several groups of the CFF font, and two characters of one glyph.
        let text = "医师资格考试，Ag1①一⼀龙凤呈祥𠀁"
        let layout = Sample.text(text, role)
        let expected = try Sample.write(layout, fonts: TestFont.library(), compressed: true)

        let library = try TestFont.library()
        for part in ["祥呈", "1A", "凤①，师龙", "试一乙丙", "⼀医"] {
            _ = try Sample.write(Sample.text(part, role), fonts: library, compressed: true)
        }
        #expect(try Sample.write(layout, fonts: library, compressed: true) == expected)
    }
}
