import PDFWriting
import PageLayout
import Testing

@Suite(.enabled(if: OutsideTool.pdftotext != nil, "pdftotext (poppler-utils) is not installed"))
struct TextExtractionTests {
    private func extracted(_ layout: DocumentLayout, compressed: Bool = true) throws -> [String] {
        let text = try output(
            of: .pdftotext,
            ["-raw", "-enc", "UTF-8", "FILE", "-"],
            Sample.write(layout, compressed: compressed)
        )
        return text.split(whereSeparator: \.isNewline).filter { $0 != "\u{0C}" }.map(String.init)
    }

    @Test(arguments: FontRole.allCases)
    func `Text is extracted as it was set in every typeface`(role: FontRole) throws {
        let lines = [
            "医师资格考试报名材料", "姓名：𠮷田䶮㛃（虚构）", "AVAToWaffle 0123456789 .,;:-_/()[]",
            "《执业医师法》第九条、“本科以上学历”……", "①②③ 37℃ ±5% ×2 ☑□ №1",
        ]
        #expect(
            try extracted(DocumentLayout(pages: [Sample.page(lines.map { ($0, role) })])) == lines
        )
    }

    @Test func `Characters of fallback fonts stand in their places`() throws {
        // Of these, Noto Serif CJK SC has only 医 and 师 (read from the fonts with fontTools).
        let line = "医𠀁䷀师𠀃𠀉医"
        for role in FontRole.allCases { #expect(try extracted(Sample.text(line, role)) == [line]) }
    }

    @Test func `Two characters that share a glyph are each extracted as themselves`() throws {
        // U+4E00 and U+2F00 are both CID 9502, U+91D1 and U+2FA6 both CID 41259.
        let lines = ["一⼀金⾦", "⼀一", "⼀⼀⼀", "⾦属与金属", "a–b‒c"]
        let pages = lines.map { DocumentLayout(pages: [Sample.page([($0, .song)])]) }
        for (line, page) in zip(lines, pages) { #expect(try extracted(page) == [line]) }
        let together = DocumentLayout(pages: [Sample.page(lines.map { ($0, .song) })])
        #expect(try extracted(together) == lines)
    }

    @Test func `Tracked text is extracted whole`() throws {
        let style = TextStyle(.song, 20, tracking: 1)
        let mark = Mark.text("医师𠀁⼀一资格", at: Point(20, 50), style)
        #expect(
            try extracted(DocumentLayout(pages: [Page(label: "1", marks: [mark])])) == ["医师𠀁⼀一资格"]
        )
    }

    @Test func `More characters than one section of a character map holds are extracted`() throws {
        // 1,000 characters need ten sections of 100.
        let lines = (0..<25).map { line in
            String(
                String.UnicodeScalarView(
                    (0..<40).compactMap { Unicode.Scalar(0x4E00 + line * 40 + $0) }
                )
            )
        }
        let marks = lines.enumerated().map { index, line in
            Mark.text(line, at: Point(10, 10 + 10 * Double(index)), TextStyle(.song, 12))
        }
        #expect(try extracted(DocumentLayout(pages: [Page(label: "1", marks: marks)])) == lines)
    }

    @Test func `Uncompressed documents give the same text`() throws {
        #expect(try extracted(Sample.text("医师𠮷"), compressed: false) == ["医师𠮷"])
    }

    @Test(.enabled(if: OutsideTool.pdffonts != nil, "pdffonts (poppler-utils) is not installed"))
    func `Every font is an embedded subset with a map to Unicode`() throws {
        let page = Sample.page([("医师", .song), ("医师", .kai), ("𠀁䷀", .hei), ("医", .heiBold)])
        let table = try output(
            of: .pdffonts,
            ["FILE"],
            Sample.write(DocumentLayout(pages: [page]), compressed: true)
        )
        let rows = table.split(separator: "\n").dropFirst(2).map(String.init)
        let expected = [
            ("NotoSerifCJKsc-Regular", "CID Type 0C"), ("NotoSansCJKsc-Bold", "CID Type 0C"),
            ("GBZenKai-Medium", "CID TrueType"), ("HanaMinA", "CID TrueType"),
            ("HanaMinB", "CID TrueType"),
        ]
        #expect(rows.count == expected.count, "\(table)")
        for (name, kind) in expected {
            let row = try #require(rows.first { $0.contains("+\(name) ") }, "\(table)")
            #expect(row.contains(kind))
            #expect(row.contains(#/Identity-H +yes yes yes /#))
            #expect(row.prefix { $0 != "+" }.count == 6)
        }
    }
}
