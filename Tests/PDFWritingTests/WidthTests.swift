import PDFWriting
import PageLayout
import Testing

struct WidthTests {
    /// The widths that a descendant font states, by code, and its default.
    private func widths(_ font: [String: PDFValue], in pdf: ParsedPDF) throws -> [Int: Int] {
        let values = try pdf.array(font["W"])
        var widths: [Int: Int] = [:]
        for pair in stride(from: 0, to: values.count - 1, by: 2) {
            let first = Int(try #require(values[pair].number))
            for (offset, width) in try pdf.array(values[pair + 1]).enumerated() {
                widths[first + offset] = Int(try #require(width.number))
            }
        }
        return widths
    }

    private func descendants(of layout: DocumentLayout) throws -> [(ParsedPDF, [String: PDFValue])]
    {
        let pdf = try ParsedPDF(Sample.write(layout))
        return try pdf.resources("Font", ofPage: 0).values.map { reference in
            let font = try pdf.dictionary(reference)
            #expect(font["Subtype"] == .name("Type0"))
            #expect(font["Encoding"] == .name("Identity-H"))
            return (pdf, try pdf.dictionary(pdf.array(font["DescendantFonts"]).first))
        }
    }

    /// The codes by which a page shows its text.
    private func codes(of pdf: ParsedPDF) throws -> [Int] {
        let shown = try #require(pdf.content(ofPage: 0).firstMatch(of: #/<([0-9A-F]+)> Tj/#)).1
        let digits = Array(shown)
        return stride(from: 0, to: digits.count, by: 4).compactMap {
            Int(String(digits[$0..<$0 + 4]), radix: 16)
        }
    }

    // Advances in hmtx of the fonts of Debian 12, read with fontTools 4.68 (1,000 units an em); 1000 is the
    // default that W leaves out.
    @Test(
        arguments: [
            // fonts-noto-cjk 1:20220127: NotoSerifCJK-Regular.ttc, font 2.
            (
                FontRole.song,
                [".": 327, "1": 471, "A": 718, "T": 659, "V": 714, "W": 1053, "i": 332, "o": 596]
            ),
            (
                .songBold,
                [".": 335, "1": 466, "A": 746, "T": 695, "V": 734, "W": 1091, "i": 349, "o": 623]
            ),
            (
                .hei,
                [".": 278, "1": 555, "A": 608, "T": 599, "V": 575, "W": 878, "i": 275, "o": 606]
            ),
            (
                .heiBold,
                [".": 325, "1": 590, "A": 641, "T": 625, "V": 619, "W": 915, "i": 304, "o": 626]
            ),
        ]
    )
    func `The widths of a CFF font are those of the font file`(
        role: FontRole,
        expected: [Character: Int]
    ) throws {
        let text = "W1AViTo.医℃，"
        let (pdf, font) = try #require(descendants(of: Sample.text(text, role)).first)
        #expect(font["Subtype"] == .name("CIDFontType0"))
        #expect(font["DW"] == .number(1000))
        let stated = try widths(font, in: pdf)
        let codes = try codes(of: pdf)
        #expect(codes.count == text.count)
        for (character, code) in zip(text, codes) {
            #expect(stated[code] == expected[character], "\(character)")
        }
        #expect(stated.count == expected.count)
    }

    // All Latin glyphs of gkai00mp.ttf and HanaMinA.ttf are 512 of 1,024 units wide, all Chinese ones 1,024.
    @Test func `The widths of a TrueType font are those of the font file`() throws {
        let (pdf, font) = try #require(descendants(of: Sample.text("W1AViTo.医℃，", .kai)).first)
        #expect(font["Subtype"] == .name("CIDFontType2"))
        #expect(font["CIDToGIDMap"] == .name("Identity"))
        let stated = try widths(font, in: pdf)
        #expect(stated.count == 8)
        #expect(stated.values.allSatisfy { $0 == 500 })
    }

    @Test func `A line is as wide as its advances, without kerning`() throws {
        let library = try TestFont.library()
        let em = 10 * 25.4 / 72
        let cases: [(String, FontRole, Double)] = [
            ("", .song, 0), ("AV", .song, 1.432), ("AVATo", .song, 3.405), ("医师", .song, 2),
            ("A医1", .hei, 2.163), ("A1 ", .kai, 1.5), ("𠮷𠀁", .kai, 2),
        ]
        for (text, role, ems) in cases {
            let width = library.width(of: text, in: TextStyle(role, 10))
            #expect(abs(width - ems * em) < 1e-9, "\(text)")
        }
    }

    @Test func `Tracking widens a line by its millimetres for each character`() throws {
        let library = try TestFont.library()
        let style = TextStyle(.song, 72, tracking: 1.5)
        #expect(abs(library.width(of: "医𠮷师", in: style) - (3 * 25.4 + 4.5)) < 1e-9)
    }

    @Test func `A character without a glyph counts as one em and is reported once`() throws {
        // U+2A6D7 and U+10FFFD have no glyph in any font of the chains.
        let library = try TestFont.library()
        let text = "医\u{2A6D7}A\u{10FFFD}\u{2A6D7}"
        #expect(library.missingCharacters(in: text, role: .song) == ["\u{2A6D7}", "\u{10FFFD}"])
        #expect(library.missingCharacters(in: "医师𠮷𠀁", role: .kai).isEmpty)
        let width = library.width(of: "\u{2A6D7}", in: TextStyle(.song, 72))
        #expect(abs(width - 25.4) < 1e-9)
    }
}
