import PageLayout
import Testing

/// A piece as it is written down in these tests: its text and where it starts, in ems.
struct Placed: Equatable, Sendable {
    let text: String
    let x: Double
    var tracking = 0.0

    init(_ text: String, _ x: Double, tracking: Double = 0) {
        self.text = text
        self.x = x
        self.tracking = tracking
    }

    static func == (one: Self, other: Self) -> Bool {
        one.text == other.text && abs(one.x - other.x) < 1e-9
            && abs(one.tracking - other.tracking) < 1e-9
    }
}

struct AdjustmentTests {
    private static func placed(
        _ text: String,
        _ ems: Double,
        _ alignment: Paragraph.Alignment,
        indent: Double = 0,
        hangs: Bool = false
    ) -> [[Placed]] {
        Paragraph(
            text,
            HalfWidthLatin.style,
            width: ems,
            alignment: alignment,
            indent: indent,
            hangsPunctuation: hangs
        )
        .set(HalfWidthLatin()).lines.map { line in
            line.pieces.map { Placed($0.text, $0.x, tracking: $0.style.tracking) }
        }
    }

    @Test(
        arguments: [
            // 3.1.6.3: half a mark stands left of the edge, so that its ink is flush.
            ("（甲）", [Placed("（甲）", -0.5)]),
            ("“《甲》”", [Placed("“", -0.5), Placed("《甲》", 0), Placed("”", 2.5)]),
            // 3.1.6.2: the first of two closing marks is half an em wide.
            ("甲），乙", [Placed("甲）", 0), Placed("，乙", 1.5)]),
            ("甲：“乙", [Placed("甲：", 0), Placed("“乙", 1.5)]),
            ("甲」「乙", [Placed("甲」", 0), Placed("「乙", 1.5)]),
            // 3.2.2: a quarter of an em, whether the text has a space or not.
            ("由Swift生成", [Placed("由", 0), Placed("Swift", 1.25), Placed("生成", 4)]),
            ("由 Swift 生成", [Placed("由 ", 0), Placed("Swift ", 1.25), Placed("生成", 4)]),
            // Nothing to adjust.
            ("甲乙，丙（丁）戊。", [Placed("甲乙，丙（丁）戊。", 0)]),
            ("word by word ", [Placed("word by word ", 0)]),
            ("甲——乙……", [Placed("甲——乙……", 0)]),
            // Equal gaps are tracking.
            ("甲A乙B丙", [Placed("甲A乙B丙", 0, tracking: 0.25)]),
        ]
    )
    func `Marks are squeezed where they meet, and gaps are set`(text: String, line: [Placed]) {
        #expect(Self.placed(text, 20, .start) == [line])
    }

    @Test(
        arguments: [
            // 3.5.3 in its order: the space between words, then the comma, then the gap, then the stop.
            (8.75, [Placed("ab cd", 0), Placed("甲，乙丙。丁", 2.75)]),
            (8.625, [Placed("ab ", 0), Placed("cd", 1.375), Placed("甲，乙丙。丁", 2.625)]),
            (8.5, [Placed("ab ", 0), Placed("cd", 1.25), Placed("甲，乙丙。丁", 2.5)]),
            (
                8.25,
                [
                    Placed("ab ", 0), Placed("cd", 1.25), Placed("甲，", 2.5),
                    Placed("乙丙。丁", 4.25),
                ]
            ),
            (
                7.875,
                [
                    Placed("ab ", 0), Placed("cd", 1.25), Placed("甲，", 2.375),
                    Placed("乙丙。丁", 3.875),
                ]
            ),
            (
                7.625,
                [
                    Placed("ab ", 0), Placed("cd", 1.25), Placed("甲，", 2.375),
                    Placed("乙丙。", 3.875), Placed("丁", 6.625),
                ]
            ),
        ]
    )
    func `3.5.3: Blanks give way in order`(ems: Double, line: [Placed]) {
        // 1 + 0.5 + 1 + 0.25 + 6 is 8.75 to the end of the last character.
        #expect(Self.placed("ab cd甲，乙丙。丁", ems, .justified) == [line])
    }

    @Test(
        arguments: [
            (6.7, [Placed("甲·乙", 0, tracking: -0.15), Placed("（丙）丁", 2.7)]),
            (
                6.3,
                [
                    Placed("甲·乙", 0, tracking: -0.25), Placed("（丙）", 2.4), Placed("丁", 5.3),
                ]
            ),
        ]
    )
    func `3.5.3: Interpuncts give way on both sides, then brackets`(ems: Double, line: [Placed]) {
        #expect(Self.placed("甲·乙（丙）丁", ems, .justified) == [line])
    }

    @Test(
        arguments: [
            (4.6, [Placed("ab ", 0), Placed("cd", 1.35), Placed("甲乙", 2.6)]),
            (4.75, [Placed("ab ", 0), Placed("cd", 1.5), Placed("甲乙", 2.75)]),
            (4.9, [Placed("ab ", 0), Placed("cd", 1.5), Placed("甲乙", 2.9)]),
            (5.0, [Placed("ab ", 0), Placed("cd", 1.5), Placed("甲乙", 3)]),
            (5.3, [Placed("ab ", 0), Placed("cd", 1.5), Placed("甲", 3.15), Placed("乙", 4.3)]),
        ]
    )
    func `3.5.4: Word spaces grow first, then gaps, then all is spaced out`(
        ems: Double,
        line: [Placed]
    ) {
        let set = Paragraph(
            "ab cd甲乙丙",
            HalfWidthLatin.style,
            width: ems,
            alignment: .justified
        ).set(NarrowSpaces())
        #expect(
            set.lines.first?.pieces.map { Placed($0.text, $0.x, tracking: $0.style.tracking) }
                == line
        )
    }

    @Test(
        arguments: [
            ("甲乙丙丁戊（己庚辛", 6.0, [Placed("甲乙丙丁戊", 0, tracking: 0.25)]),
            // 3.5.4: nothing is added beside connectors.
            ("甲～乙丙丁（戊己", 6, [Placed("甲～乙", 0), Placed("丙", 3.5), Placed("丁", 5)]),
            // 3.5.4: nothing is added within a dash.
            (
                "甲——乙丙（丁戊", 6,
                [
                    Placed("甲", 0), Placed("——", 4.0 / 3), Placed("乙", 11.0 / 3), Placed("丙", 5),
                ]
            ),
            // 3.2.4: nothing is added between a Western word and a comma.
            ("AB，甲乙（丙丁", 4.8, [Placed("AB，", 0), Placed("甲", 2.4), Placed("乙", 3.8)]),
            // A word alone has nothing to spread.
            ("abcd甲乙丙（", 2, [Placed("abcd", 0)]),
        ]
    )
    func `3.5.4: Characters are spaced out evenly`(text: String, ems: Double, line: [Placed]) {
        #expect(Self.placed(text, ems, .justified).first == line)
    }

    @Test func `The last line and a line before a line feed are set at their natural width`() {
        #expect(
            Self.placed("甲乙丙丁戊\n己庚", 4, .justified)
                == [[Placed("甲乙丙丁", 0)], [Placed("戊", 0)], [Placed("己庚", 0)]]
        )
    }

    @Test(
        arguments: [
            ("甲乙", Paragraph.Alignment.start, 0.0, [Placed("甲乙", 0)]),
            ("甲乙", .start, 2, [Placed("甲乙", 2)]),
            ("（甲）", .start, 2, [Placed("（甲）", 1.5)]),
            ("甲乙", .centre, 0, [Placed("甲乙", 2)]),
            ("（甲）", .centre, 0, [Placed("（甲）", 1.5)]),
            ("甲乙 ", .end, 0, [Placed("甲乙 ", 4)]),
            ("甲，", .end, 0, [Placed("甲，", 4.5)]),
            ("姓名", .distributed, 0, [Placed("姓", 0), Placed("名", 5)]),
            ("出生年月", .distributed, 0, [Placed("出生年月", 0, tracking: 2.0 / 3)]),
            ("姓名：", .distributed, 0, [Placed("姓名：", 0, tracking: 1.75)]),
            ("号", .distributed, 0, [Placed("号", 2.5)]),
            ("E-mail", .distributed, 0, [Placed("E-mail", 1.5)]),
            ("QQ号", .distributed, 0, [Placed("QQ", 0), Placed("号", 5)]),
            ("ab cd", .distributed, 0, [Placed("ab ", 0), Placed("cd", 5)]),
        ]
    )
    func `3.4.3: A single line stands where it should`(
        text: String,
        alignment: Paragraph.Alignment,
        indent: Double,
        line: [Placed]
    ) {
        #expect(Self.placed(text, 6, alignment, indent: indent) == [line])
    }

    @Test func `3.1.7: A line is even without the mark that hangs from it`() {
        let lines = Self.placed("甲乙A丙，丁戊", 4.1, .justified, hangs: true)
        #expect(lines.first == [Placed("甲乙", 0), Placed("A", 2.3), Placed("丙，", 3.1)])
    }

    @Test func `Tracking of the style is kept, and its dashes stay whole`() {
        var style = HalfWidthLatin.style
        style.tracking = 0.5
        let set = Paragraph("甲乙——丙丁", style, width: 20).set(HalfWidthLatin())
        #expect(
            set.lines.first?.pieces.map { Placed($0.text, $0.x, tracking: $0.style.tracking) } == [
                Placed("甲乙", 0, tracking: 0.5), Placed("——", 3), Placed("丙丁", 5.5, tracking: 0.5),
            ]
        )
        #expect(abs((set.lines.first?.width ?? 0) - 8) < 1e-9)
    }

    @Test func `Runs keep their styles`() {
        let large = TextStyle(.hei, HalfWidthLatin.style.size * 2)
        let set = Paragraph(
            [.init("甲乙", large), .init("丙丁", HalfWidthLatin.style)],
            width: 5
        ).set(HalfWidthLatin())
        let pieces = set.lines.flatMap(\.pieces)
        #expect(pieces.map(\.text) == ["甲乙", "丙", "丁"])
        #expect(pieces.map(\.x) == [0, 4, 0])
        #expect(pieces.map(\.style.role) == [.hei, .song, .song])
        // One and a half times the largest in each line.
        #expect(set.lines.map(\.height).map { ($0 * 1e9).rounded() / 1e9 } == [3, 1.5])
    }
}

/// As `HalfWidthLatin`, but a space is a quarter of an em wide.
private struct NarrowSpaces: TextMeasuring {
    func width(of text: String, in style: TextStyle) -> Double {
        text == " " ? style.em / 4 : HalfWidthLatin().width(of: text, in: style)
    }

    func missingCharacters(in text: String, role: FontRole) -> [Unicode.Scalar] { [] }
}
