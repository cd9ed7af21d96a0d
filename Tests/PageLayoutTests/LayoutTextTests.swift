import PageLayout
import Testing

struct LayoutTextTests {
    private static let red = Colour(192, 0, 0)

    private static let layout = DocumentLayout(
        pages: [
            Page(
                label: "封面",
                marks: [
                    .text("医师资格考试报名材料", at: Point(35, 80.125), TextStyle(.songBold, 22)),
                    .text("𠮷䶮", at: Point(35, 90), TextStyle(.kai, 10.5, colour: red, tracking: 2)),
                    .rule(from: Point(20, 100), to: Point(190, 100), Stroke(0.25)),
                    .rule(from: Point(20, 101), to: Point(190, 101), Stroke(0.1, red, dash: 1.5)),
                    .box(Box(20, 110, 170, 10), fill: Colour(240, 240, 240), stroke: nil),
                    .box(Box(20, 120, 170, 10.5), fill: nil, stroke: Stroke(0.2, red)),
                    .box(Box(-0.004, -1.5, 1.0 / 3, 2.0 / 3), fill: .white, stroke: Stroke(1)),
                ]
            ),
            Page(
                size: Size(297, 210),
                label: "1",
                marks: [
                    .picture(index: 0, Box(20, 20, 100, 75), turn: .none),
                    .picture(index: 12, Box(130, 20, 60, 80), turn: .mirroredRight),
                    .code(
                        CodeModules(side: 21, runs: [.init(row: 0, start: 0, length: 7)]),
                        Box(250, 170, 25, 25)
                    ),
                    .link(Box(20, 150, 80, 6), toPage: 0),
                ]
            ),
            Page(label: "2"),
        ],
        bookmarks: [
            Bookmark("封面", page: 0),
            Bookmark(
                "身份证明",
                page: 1,
                children: [Bookmark("正面", page: 1), Bookmark("反面", page: 2)]
            ),
        ]
    )

    @Test func `A layout prints a line for each mark`() throws {
        try GoldenFile.expect(Self.layout.text, matches: "layout.txt")
    }

    @Test(
        arguments: [
            (0.0, "0"), (1.0, "1"), (-1, "-1"), (0.5, "0.50"), (-0.5, "-0.50"), (0.05, "0.05"),
            (-0.05, "-0.05"), (0.004, "0"), (-0.004, "0"), (12.345, "12.35"), (99.999, "100"),
            (-12.34, "-12.34"), (1000, "1000"),
        ]
    )
    func `Lengths are printed in hundredths of a millimetre`(length: Double, printed: String) {
        let layout = DocumentLayout(
            pages: [Page(label: "1", marks: [.link(Box(length, 0, 1, 1), toPage: 0)])]
        )
        #expect(layout.text == "page 0 1 210x297\n  link \(printed),0 1x1 page 0\n")
    }

    @Test func `Two layouts that differ in anything print different texts`() {
        let style = TextStyle(.song, 12)
        let rule = Mark.rule(from: Point(0, 0), to: Point(1, 1), Stroke(1))
        let box = Mark.box(Box(0, 0, 1, 1), fill: nil, stroke: Stroke(1))
        let pairs: [(Mark, Mark)] = [
            (.text("一", at: Point(0, 0), style), .text("二", at: Point(0, 0), style)),
            (.text("一", at: Point(0, 0), style), .text("一", at: Point(0, 0), TextStyle(.hei, 12))),
            (
                .text("一", at: Point(0, 0), style),
                .text("一", at: Point(0, 0), TextStyle(.song, 12, tracking: 1))
            ),
            (rule, .rule(from: Point(0, 0), to: Point(1, 1), Stroke(1, dash: 2))),
            (rule, .rule(from: Point(0, 0), to: Point(1, 1), Stroke(1, .white))),
            (box, .box(Box(0, 0, 1, 1), fill: nil, stroke: Stroke(1, .white))),
            (box, .box(Box(0, 0, 1, 1), fill: nil, stroke: Stroke(1, dash: 1))),
        ]
        for (one, other) in pairs {
            let texts = [one, other].map {
                DocumentLayout(pages: [Page(label: "1", marks: [$0])]).text
            }
            #expect(texts[0] != texts[1])
        }
        let plain = DocumentLayout(pages: [Page(label: "1")])
        let marked = DocumentLayout(pages: plain.pages, bookmarks: [Bookmark("一", page: 0)])
        #expect(plain.text != marked.text)
    }
}
