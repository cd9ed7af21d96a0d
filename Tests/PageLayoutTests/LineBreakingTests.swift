import PageLayout
import Testing

/// A text, a width in ems and the lines that it must give.
struct Broken: Sendable, CustomTestStringConvertible {
    let text: String
    let ems: Double
    let lines: [String]

    init(_ text: String, _ ems: Double, _ lines: [String]) {
        self.text = text
        self.ems = ems
        self.lines = lines
    }

    var testDescription: String { "\(text.debugDescription) at \(ems)" }
}

struct LineBreakingTests {
    @Test(
        arguments: [
            Broken("", 4, [""]),
            Broken("医师", 4, ["医师"]),
            Broken("医师资格", 4, ["医师资格"]),
            Broken("医师资格考试", 4, ["医师资格", "考试"]),
            Broken("医师资格考试报名材料", 3, ["医师资", "格考试", "报名材", "料"]),
            Broken("医师", 0.4, ["医", "师"]),
            Broken("𠮷田䶮", 2, ["𠮷田", "䶮"]),
        ]
    )
    func `Chinese breaks between any two characters`(_ broken: Broken) {
        #expect(LineBreaking(ems: broken.ems).lines(of: broken.text) == broken.lines)
    }

    @Test(
        arguments: [
            Broken("准考证 A1234567", 6, ["准考证 ", "A1234567"]),
            Broken("word word", 2.5, ["word ", "word"]),
            Broken("由 Swift 生成", 4, ["由 Swift ", "生成"]),
            Broken("由Swift生成", 3, ["由", "Swift", "生成"]),
            Broken("共计128.5元", 3.5, ["共计", "128.5元"]),
            Broken("温度37℃整", 3, ["温度", "37℃整"]),
            Broken("a b c d", 1, ["a ", "b ", "c ", "d"]),
            Broken("医师   资格", 2, ["医师   ", "资格"]),
            Broken("ab-cd/ef", 4, ["ab-cd/ef"]),
        ]
    )
    func `Latin words and numbers stay whole and spaces hang at the end`(_ broken: Broken) {
        #expect(LineBreaking(ems: broken.ems).lines(of: broken.text) == broken.lines)
    }

    @Test(
        arguments: [
            Broken("abcdefghij", 3, ["abcdef", "ghij"]),
            Broken("编号abcdefghij止", 3, ["编号", "abcdef", "ghij止"]),
            Broken("ab abcdefgh", 2, ["ab ", "abcd", "efgh"]),
            // No cut may bring a comma to the start of a line or leave a bracket at the end of one.
            Broken("abcdef，完", 3, ["abcde", "f，完"]),
            Broken("abcd(efghijkl", 2.5, ["abcd", "(efgh", "ijkl"]),
            // Where marks alone fill the line, nothing better can be done.
            Broken("，，，，", 2, ["，，", "，，"]),
        ]
    )
    func `Only a word wider than the line is cut`(_ broken: Broken) {
        #expect(LineBreaking(ems: broken.ems).lines(of: broken.text) == broken.lines)
    }

    @Test(
        arguments: [
            Broken("一\n二", 4, ["一", "二"]),
            Broken("一\n\n二", 4, ["一", "", "二"]),
            Broken("\n一\n", 4, ["", "一", ""]),
            Broken("医师资格\n考试", 4, ["医师资格", "考试"]),
            Broken("一\r\n二", 4, ["一", "二"]),
        ]
    )
    func `A line feed forces a break`(_ broken: Broken) {
        #expect(LineBreaking(ems: broken.ems).lines(of: broken.text) == broken.lines)
    }

    // CLREQ, "Prohibition rules for line start and line end": pause and stop marks, closing quotation
    // marks, closing brackets, connector marks and interpuncts do not start a line.
    @Test(arguments: "，。、；：？！．”’」』）】〉》］｝〕〗·–—～,.;:?!)]}%％…")
    func `A mark that closes never starts a line`(_ mark: Character) {
        #expect(LineBreaking(ems: 4).lines(of: "医师资格\(mark)考试") == ["医师资", "格\(mark)考试"])
    }

    @Test(arguments: "“‘「『（【〈《［｛〔〖([{")
    func `A mark that opens never ends a line`(_ mark: Character) {
        #expect(LineBreaking(ems: 4).lines(of: "医师资\(mark)格考试") == ["医师资", "\(mark)格考试"])
    }

    @Test(
        arguments: [
            Broken("医师（资格）。", 4, ["医师（资", "格）。"]),
            Broken("他说：“好。”然后", 4, ["他说：", "“好。”", "然后"]),
            Broken("《《书》》", 3, ["《《书", "》》"]),
            Broken("一二……三", 3, ["一", "二……", "三"]),
            Broken("一二——三", 3, ["一", "二——", "三"]),
            Broken("阿加莎·克里", 3, ["阿加", "莎·克", "里"]),
        ]
    )
    func `Marks in a row stay with what they belong to`(_ broken: Broken) {
        #expect(LineBreaking(ems: broken.ems).lines(of: broken.text) == broken.lines)
    }
}
