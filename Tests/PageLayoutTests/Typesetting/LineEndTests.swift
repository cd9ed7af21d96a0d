import PageLayout
import Testing

/// A rule's section in CLREQ, a text, a width in ems and the lines that the rule gives.
struct RuledLines: Sendable, CustomTestStringConvertible {
    let section: String
    let text: String
    let ems: Double
    let lines: [String]
    var alignment = Paragraph.Alignment.start
    var indent = 0.0
    var hangs = false

    init(_ section: String, _ text: String, _ ems: Double, _ lines: [String]) {
        self.section = section
        self.text = text
        self.ems = ems
        self.lines = lines
    }

    func justified() -> Self { with { $0.alignment = .justified } }
    func indented(_ ems: Double) -> Self { with { $0.indent = ems } }
    func hanging() -> Self { with { $0.hangs = true } }

    private func with(_ change: (inout Self) -> Void) -> Self {
        var changed = self
        change(&changed)
        return changed
    }

    var testDescription: String { "\(section): \(text.debugDescription) at \(ems)" }

    /// Compares the lines, the spaces at their ends included.
    func expect(sourceLocation: SourceLocation = #_sourceLocation) {
        let paragraph = Paragraph(
            text,
            HalfWidthLatin.style,
            width: ems,
            alignment: alignment,
            indent: indent,
            hangsPunctuation: hangs
        )
        let set = paragraph.set(HalfWidthLatin())
        let lines = set.lines.map { $0.pieces.map(\.text).joined() }
        #expect(lines == self.lines, sourceLocation: sourceLocation)
    }
}

/// Each row is worked out by hand: a Chinese character is 1 em wide and a Latin one half an em.
struct LineEndTests {
    // The mark would be the seventh of six characters, and nothing can be squeezed.
    @Test(arguments: "。，、；：？！．）》〉」』】〕〗］｝”’·‧・…⋯—⸺～〜–／％‰℃".map(String.init))
    func `3.1.4: A wide mark that may not start a line takes a character along`(mark: String) {
        RuledLines("3.1.4", "甲乙丙丁戊己\(mark)庚辛", 6, ["甲乙丙丁戊", "己\(mark)庚辛"]).expect()
    }

    @Test(arguments: ",.;:?!)]}%-/°".map(String.init))
    func `3.1.4: A narrow mark that may not start a line takes a character along`(mark: String) {
        RuledLines("3.1.4", "甲乙丙丁戊己\(mark)庚辛", 6, ["甲乙丙丁戊", "己\(mark)庚辛"]).expect()
    }

    // The mark would be the last of six characters.
    @Test(arguments: "（《〈「『【〔〖［｛“‘".map(String.init))
    func `3.1.4: A mark that may not end a line goes to the next`(mark: String) {
        RuledLines("3.1.4", "甲乙丙丁戊\(mark)己庚", 6, ["甲乙丙丁戊", "\(mark)己庚"]).expect()
    }

    @Test(arguments: ["([", "{", "(", "$", "#", "£", "￥", "＄", "№", "§"])
    func `3_1_5_2: What stands before a number stays with it`(mark: String) {
        RuledLines("3.1.5.2", "甲乙丙丁戊\(mark)12", 6, ["甲乙丙丁戊", "\(mark)12"]).expect()
    }

    @Test(
        arguments: [
            RuledLines("3.1.4", "甲乙丙丁戊／己庚", 6, ["甲乙丙丁", "戊／己庚"]),
            RuledLines("3.1.4", "甲乙丙丁戊/己庚", 6, ["甲乙丙丁", "戊/己庚"]),
            RuledLines("3.1.4", "甲乙丙丁戊。”己", 6, ["甲乙丙丁戊。”", "己"]),
            RuledLines("3.1.4", "甲乙丙丁戊。”己", 5.5, ["甲乙丙丁", "戊。”己"]),
            RuledLines("3.1.4", "甲乙丙丁戊。』」己", 6, ["甲乙丙丁", "戊。』」己"]),
            RuledLines("3.1.4", "甲乙丙丁戊。』」己", 6.5, ["甲乙丙丁戊。』」", "己"]),
            // No room for more than the mark.
            RuledLines("3.1.4", "甲，", 1, ["甲", "，"]),
            RuledLines("3.1.4", "（甲", 1, ["（", "甲"]),
        ]
    )
    func `3.1.4: Marks keep to the lines of their words`(_ row: RuledLines) { row.expect() }

    @Test(
        arguments: [
            // 6.5 wide, and the inner mark gives the half.
            RuledLines("3.1.4", "甲，乙丙丁戊。己庚", 6, ["甲，乙丙丁戊。", "己庚"]),
            RuledLines("3.1.4", "甲、乙丙丁戊，己", 6, ["甲、乙丙丁戊，", "己"]),
            RuledLines("3.1.4", "甲；乙丙丁戊，己", 6, ["甲；乙丙丁戊，", "己"]),
            RuledLines("3.1.4", "甲：乙丙丁戊，己", 6, ["甲：乙丙丁戊，", "己"]),
            RuledLines("3.1.4", "甲。乙丙丁戊，己", 6, ["甲。乙丙丁戊，", "己"]),
            RuledLines("3.1.4", "甲？乙丙丁戊，己", 6, ["甲？乙丙丁戊，", "己"]),
            RuledLines("3.1.4", "甲·乙丙丁戊，己", 6, ["甲·乙丙丁戊，", "己"]),
            RuledLines("3.1.4", "甲（乙丙）丁戊。己", 7, ["甲（乙丙）丁戊。", "己"]),
            RuledLines("3.1.4", "甲《乙丙丁》己", 5.5, ["甲《乙丙丁》", "己"]),
            // 4 and two thirds of what is lacking: 5.25 less 0.125 for the gap.
            RuledLines("3.1.4", "A甲乙丙丁，戊", 5.2, ["A甲乙丙丁，", "戊"]),
            RuledLines("3.1.4", "A甲乙丙丁，戊", 5.1, ["A甲乙丙", "丁，戊"]),
            // A comma gives half an em and no more.
            RuledLines("3.1.4", "甲，乙丙丁戊）。己庚", 6, ["甲，乙丙丁", "戊）。己庚"]),
            // Where lines are not even, a character is not squeezed in.
            RuledLines("3.5.1", "甲，乙丙AB丁戊己", 7, ["甲，乙丙AB丁", "戊己"]),
        ]
    )
    func `3.1.4: A mark is squeezed in before it is pushed out`(_ row: RuledLines) { row.expect() }

    @Test(
        arguments: [
            RuledLines("3.1.5.1", "甲乙丙丁——戊己", 6, ["甲乙丙丁——", "戊己"]),
            RuledLines("3.1.5.1", "甲乙丙丁——戊己", 5, ["甲乙丙", "丁——戊己"]),
            RuledLines("3.1.5.1", "甲乙丙丁……戊己", 5, ["甲乙丙", "丁……戊己"]),
            RuledLines("3.1.5.1", "甲乙丙丁⋯⋯", 5, ["甲乙丙", "丁⋯⋯"]),
            RuledLines("3.1.5.1", "甲乙丙丁——戊", 4, ["甲乙丙", "丁——戊"]),
            RuledLines("3.1.5.1", "甲——", 1, ["甲", "——"]),
            RuledLines("3.1.5.1", "甲乙————丙", 4, ["甲乙——", "——丙"]),
            RuledLines("3.1.5.1", "甲乙…………丙", 5, ["甲乙……", "……丙"]),
            RuledLines("3.1.5.1", "甲乙……——丙", 6, ["甲乙……——", "丙"]),
            RuledLines("3.1.5.1", "甲乙……——丙", 5, ["甲", "乙……——", "丙"]),
            RuledLines("3.1.4", "甲，……，……乙", 4, ["甲，", "……，", "……乙"]),
            RuledLines("3.1.5.2", "占50％的", 3, ["占", "50％的"]),
            RuledLines("3.1.5.2", "占50%的", 2.5, ["占", "50%的"]),
            RuledLines("3.1.5.2", "占5‰的", 2.5, ["占", "5‰的"]),
            RuledLines("3.1.5.2", "体温37℃时", 4, ["体温", "37℃时"]),
            RuledLines("3.1.5.2", "体温37°C时", 4, ["体温", "37°C时"]),
            RuledLines("3.1.5.2", "省￥500元", 3, ["省", "￥500", "元"]),
            RuledLines("3.1.5.2", "服用12.5 mg片", 5, ["服用", "12.5 mg片"]),
            RuledLines("3.1.5.2", "服用12.5 mg片", 3, ["服用", "12.5 ", "mg片"]),
            RuledLines("3.1.5.2", "按 mg 计量", 3, ["按 mg ", "计量"]),
            RuledLines("3.1.5.2", "照片30kb以内", 4, ["照片", "30kb以", "内"]),
        ]
    )
    func `3.1.5: What is one is not divided`(_ row: RuledLines) { row.expect() }

    @Test(
        arguments: [
            RuledLines("3.1.6.2", "（甲），（乙）丙", 6.5, ["（甲），（乙）丙"]),
            RuledLines("3.1.6.2", "（甲），（乙）丙", 6, ["（甲），（乙）", "丙"]),
            RuledLines("3.1.6.2", "甲：“乙”丙", 5.5, ["甲：“乙”丙"]),
            RuledLines("3.1.6.2", "甲：“乙”丙", 5, ["甲：“乙”", "丙"]),
            RuledLines("3.1.6.2", "甲」「乙丙", 4.5, ["甲」「乙丙"]),
            RuledLines("3.1.6.2", "甲」「乙丙", 4.4, ["甲」「乙", "丙"]),
            RuledLines("3.1.6.2", "《〈甲〉》乙", 4.5, ["《〈甲〉》乙"]),
            RuledLines("3.1.6.2", "《〈甲〉》乙", 4, ["《〈甲〉》", "乙"]),
            RuledLines("3.1.6.2", "甲？！乙", 3.5, ["甲？！乙"]),
            RuledLines("3.1.3.3", "甲！！！乙", 4, ["甲！！！乙"]),
            RuledLines("3.1.6.2", "甲（）乙", 4, ["甲（）乙"]),
            RuledLines("3.1.6.2", "甲（）乙", 3.9, ["甲（）", "乙"]),
            RuledLines("3.1.6.3", "（甲乙）", 3, ["（甲乙）"]),
            RuledLines("3.1.6.3", "“甲乙丙。”", 4.5, ["“甲乙丙。”"]),
            RuledLines("3.1.6.3", "“甲乙丙”", 6, ["“甲乙丙”"]).indented(2),
            RuledLines("3.1.6.3", "甲乙丙。", 3.5, ["甲乙丙。"]),
            RuledLines("3.1.6.3", "甲乙丙，丁", 3.5, ["甲乙丙，", "丁"]),
            RuledLines("3.1.6.3", "甲乙·丙丁", 2.5, ["甲乙·", "丙丁"]),
            RuledLines("3.1.6.3", "甲乙丙（丁戊）", 3, ["甲乙丙", "（丁戊）"]),
        ]
    )
    func `3.1.6: Marks are narrow where they meet and at the edges`(_ row: RuledLines) {
        row.expect()
    }

    @Test(
        arguments: [
            RuledLines("3.1.7", "甲乙丙丁，戊", 4, ["甲乙丙丁，", "戊"]).hanging(),
            RuledLines("3.1.7", "甲乙丙丁、戊", 4, ["甲乙丙丁、", "戊"]).hanging(),
            RuledLines("3.1.7", "甲乙丙丁。", 4, ["甲乙丙丁。"]).hanging(),
            RuledLines("3.1.7", "甲乙丙丁，戊", 4, ["甲乙丙", "丁，戊"]),
            RuledLines("3.1.7", "甲乙丙丁；戊", 4, ["甲乙丙", "丁；戊"]).hanging(),
            RuledLines("3.1.7", "甲乙丙）。丁", 3.5, ["甲乙", "丙）。丁"]).hanging(),
        ]
    )
    func `3.1.7: One comma or full stop hangs where that is asked for`(_ row: RuledLines) {
        row.expect()
    }

    @Test(
        arguments: [
            RuledLines("3.2.2", "共3人", 3, ["共3人"]),
            RuledLines("3.2.2", "共3人", 2.9, ["共3", "人"]),
            RuledLines("3.2.2", "共 3 人", 3, ["共 3 人"]),
            RuledLines("3.2.2", "共 3 人", 2.9, ["共 3 ", "人"]),
            RuledLines("3.2.2", "甲乙AB丙丁", 3.25, ["甲乙AB", "丙丁"]),
            RuledLines("3.2.2", "甲乙AB丙丁", 3.2, ["甲乙", "AB丙", "丁"]),
            RuledLines("3.2.2", "AB甲乙", 3.25, ["AB甲乙"]),
            RuledLines("3.2.2", "𠮷𠮷A", 2.75, ["𠮷𠮷A"]),
            RuledLines("3.2.2", "甲α乙", 3.5, ["甲α乙"]),
            RuledLines("3.2.2", "甲 乙", 2.5, ["甲 乙"]),
            RuledLines("3.2.2", "甲 乙", 2.4, ["甲 ", "乙"]),
            RuledLines("3.2.4", "Swift，好", 3, ["Swift，", "好"]),
            RuledLines("3.2.4", "Swift，好", 4.5, ["Swift，好"]),
            RuledLines("3.2.4", "甲（AB）乙", 5, ["甲（AB）乙"]),
            RuledLines("3.2.4", "甲“AB”乙", 5, ["甲“AB”乙"]),
        ]
    )
    func `3.2.2: A quarter of an em parts Chinese from Western words`(_ row: RuledLines) {
        row.expect()
    }

    @Test(
        arguments: [
            RuledLines("3.2.4", "由Swift生成", 4, ["由Swift", "生成"]),
            RuledLines("3.2.4", "由Swift生成", 3.5, ["由", "Swift", "生成"]),
            RuledLines("3.2.4", "用 Swift 写", 6, ["用 Swift 写"]),
            RuledLines("3.2.4", "用 Swift 写", 4.5, ["用 Swift ", "写"]),
            RuledLines("3.2.4", "abc def ghi", 3, ["abc ", "def ", "ghi"]),
            RuledLines("3.2.4", "abc def ghi", 3.5, ["abc def ", "ghi"]),
            RuledLines("3.2.4", "abc   def", 2, ["abc   ", "def"]),
            RuledLines("3.2.4", "于2026-02-05止", 5.5, ["于", "2026-02-05", "止"]),
            RuledLines("3.2.4", "证号199001011234567X号", 9, ["证号", "199001011234567X", "号"]),
            RuledLines("3.2.4", "按GB/T 9705执行", 6, ["按GB/T 9705", "执行"]),
            RuledLines("3.2.4", "按GB/T 9705执行", 5, ["按", "GB/T 9705", "执行"]),
            RuledLines("3.2.4", "见ISO 9001条", 4, ["见", "ISO 9001", "条"]),
            RuledLines("3.2.4", "甲乙第\u{A0}5条", 3.5, ["甲乙", "第\u{A0}5条"]),
            RuledLines("3.2.4", "甲Dr.\u{A0}Li", 3.5, ["甲", "Dr.\u{A0}Li"]),
            RuledLines("3.2.4", "abcdef", 3, ["abcdef"]),
            RuledLines("3.2.4", "abcdefghijkl", 2.5, ["abcde", "fghij", "kl"]),
            RuledLines("3.2.4", "甲don’t", 3.5, ["甲", "don’t"]),
            RuledLines("3.2.4", "甲          乙", 1, ["甲          ", "乙"]),
            RuledLines("3.2.4", "don’t go", 3, ["don’t ", "go"]),
            RuledLines(
                "3.2.4",
                "邮箱zhang.san@example.com止",
                6,
                ["邮箱", "zhang.san@", "example.com", "止"]
            ),
            RuledLines(
                "3.2.4",
                "见https://www.example.cn/exam/2026",
                8,
                ["见", "https://www.", "example.cn/exam/", "2026"]
            ),
        ]
    )
    func `3.2.4: A Western word stays whole if a line can hold it`(_ row: RuledLines) {
        row.expect()
    }

    @Test(
        arguments: [
            RuledLines("3.4.1", "甲乙丙丁戊", 5, ["甲乙丙", "丁戊"]).indented(2),
            RuledLines("3.4.1", "甲乙丙丁戊", 5, ["甲乙丙丁", "戊"]).indented(1),
            RuledLines("3.4.1", "甲乙\n丙丁戊己庚", 5, ["甲乙", "丙丁戊己庚"]).indented(2),
            RuledLines("3.4.1", "　　甲乙丙", 4, ["　　甲乙", "丙"]),
            RuledLines("3.4.1", "", 4, [""]),
            RuledLines("3.4.1", "甲\n", 4, ["甲", ""]),
            RuledLines("3.4.1", "\n\n", 4, ["", "", ""]),
            RuledLines("3.4.1", "甲\r\n乙", 4, ["甲", "乙"]),
            RuledLines("2.1.1", "𠮷田䶮", 2, ["𠮷田", "䶮"]),
            RuledLines("2.1.1", "\u{E001}\u{20BB7}\u{E002}", 2, ["\u{E001}\u{20BB7}", "\u{E002}"]),
            // The measurer of these tests counts scalars, so this character is two ems wide.
            RuledLines("2.1.1", "葛\u{E0100}城市", 2, ["葛\u{E0100}", "城市"]),
            RuledLines("2.1.1", "葛\u{E0100}", 1, ["葛\u{E0100}"]),
        ]
    )
    func `3.4.1: Lines start where they should, and characters stay whole`(_ row: RuledLines) {
        row.expect()
    }

    @Test(
        arguments: [
            // Half an em short, or half an em too long of which the comma takes that half.
            RuledLines("3.5.2", "甲，乙丙AB丁戊己", 7, ["甲，乙丙AB丁戊", "己"]).justified(),
            // The gaps can give a quarter only.
            RuledLines("3.5.2", "甲乙丙AB丁戊己", 6, ["甲乙丙AB丁", "戊己"]).justified(),
            // The line is full: nothing is to be adjusted, though two commas could give an em.
            RuledLines("3.5.1", "甲，乙，丙丁戊己", 6, ["甲，乙，丙丁", "戊己"]).justified(),
            RuledLines("3.5.1", "甲，乙，丙丁戊己", 6.5, ["甲，乙，丙丁戊", "己"]).justified(),
            // 5.75 wide; the space between words gives a quarter, the gap an eighth.
            RuledLines("3.5.3", "ab cd甲乙丙", 5.375, ["ab cd甲乙丙"]).justified(),
            RuledLines("3.5.3", "ab cd甲乙丙", 5.3, ["ab cd甲乙", "丙"]).justified(),
            RuledLines("3.5.3", "ab cd甲乙丙", 4.4, ["ab cd甲乙", "丙"]).justified(),
            RuledLines("3.5.3", "ab cd甲乙丙", 4.3, ["ab cd甲", "乙丙"]).justified(),
        ]
    )
    func `3.5: Even lines are squeezed first and spaced out else`(_ row: RuledLines) {
        row.expect()
    }
}
