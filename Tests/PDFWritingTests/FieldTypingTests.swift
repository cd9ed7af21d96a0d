import PDFWriting
import PageLayout
import Testing

@Suite(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
struct FieldTypingTests {
    private func form(_ role: FontRole, value: String) throws -> [UInt8] {
        let style = TextStyle(role, 12)
        let field = FieldSample.line("a", "甲", style, value: value)
        let marks = [Mark.field(field, Box(10, 10, 150, 9))]
        return try Sample.write(
            DocumentLayout(pages: [Page(label: "1", marks: marks)]),
            compressed: true
        )
    }

    private func typingFont(_ role: FontRole, in pdf: ParsedPDF) throws -> [String: PDFValue] {
        let resources = try pdf.dictionary(pdf.dictionary(pdf.catalog["AcroForm"])["DR"])
        return try pdf.dictionary(pdf.dictionary(resources["Font"])[role.rawValue])
    }

    /// The characters that a font's map names.
    private func characters(of font: [String: PDFValue], _ bytes: [UInt8]) throws -> [Unicode
        .Scalar]
    {
        let number = try #require(font["ToUnicode"]?.reference)
        let map = try output(
            of: .qpdf,
            ["--show-object=\(number)", "--filtered-stream-data", "FILE"],
            bytes
        )
        return map.matches(of: #/<[0-9A-F]{4}> <([0-9A-F]{4})>/#)
            .compactMap { UInt32($0.1, radix: 16).flatMap(Unicode.Scalar.init) }
    }

    // GB/T 2312 has 6,763 characters in its rows 16 to 87, from 啊 to 齄, of which 座 ends the first level and
    // 亍 begins the second.
    @Test(arguments: [FontRole.song, .kai])
    func `A reader can type ASCII, the usual marks and all of GB 2312`(role: FontRole) throws {
        let bytes = try form(role, value: "")
        let pdf = try ParsedPDF(bytes)
        let font = try typingFont(role, in: pdf)
        let all = try characters(of: font, pdf.bytes)
        let known = Set(all)
        #expect(known.count == all.count)
        #expect(known.filter { (0x4E00...0x9FA5).contains($0.value) }.count == 6763)
        #expect("啊座亍齄，。、；：？！“”‘’（）《》—…·①".unicodeScalars.allSatisfy(known.contains))
        #expect((0x20...0x7E).compactMap(Unicode.Scalar.init).allSatisfy(known.contains))
    }

    @Test func `The font for typing does not call itself a subset`() throws {
        let pdf = try ParsedPDF(form(.kai, value: ""))
        let font = try typingFont(.kai, in: pdf)
        let descendant = try pdf.dictionary(pdf.array(font["DescendantFonts"]).first)
        let descriptor = try pdf.dictionary(descendant["FontDescriptor"])
        let names = [font["BaseFont"], descendant["BaseFont"], descriptor["FontName"]]
        #expect(names == Array(repeating: .name("GBZenKai-Medium"), count: 3))
    }

    @Test func `A character that shares its glyph is typed as the commoner one`() throws {
        // U+4E00 and U+2F00 are one glyph of Noto Serif.
        let bytes = try form(.song, value: "⼀")
        let pdf = try ParsedPDF(bytes)
        let font = try typingFont(.song, in: pdf)
        let known = try Set(characters(of: font, pdf.bytes))
        #expect(known.contains("一") && !known.contains("⼀"))
    }

    @Test(.enabled(if: OutsideTool.pdftotext != nil, "pdftotext (poppler-utils) is not installed"))
    func `Values stand on the page, of fallback fonts too`() throws {
        for value in ["张三，abc 123", "𠮷田䶮㛃𠀁"] {
            let text = try output(of: .pdftotext, ["FILE", "-"], form(.kai, value: value))
            #expect(text.trimmingNewlines == value)
        }
    }

    @Test func `A character that no font has is refused`() throws {
        #expect(throws: PDFError(.missingGlyph, "U+10FFFF")) {
            try form(.kai, value: "\u{10FFFF}")
        }
    }

    @Test func `Qpdf finds nothing wrong in a form`() throws {
        for filled in [true, false] {
            let bytes = try Sample.write(FieldSample.layout(filled: filled), compressed: true)
            let report = try output(of: .qpdf, ["--check", "FILE"], bytes)
            #expect(report.contains("No syntax or stream encoding errors found"), "\(report)")
            #expect(!report.contains("WARNING"), "\(report)")
        }
    }
}

extension String {
    fileprivate var trimmingNewlines: String { String(filter { !$0.isNewline && $0 != "\u{0C}" }) }
}
