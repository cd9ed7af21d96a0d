import PageLayout
import Testing

@Suite struct `A page moved` {
    @Test func `has all that is drawn on it elsewhere, and means the same`() {
        let style = TextStyle(.song, 10)
        let box = Box(10, 20, 30, 40)
        let moved = Box(13, 22, 30, 40)
        let code = CodeModules(side: 1, runs: [])
        let field = FormField(name: "a", label: "甲", kind: .checkBox(style))
        let page = Page(
            label: "1",
            marks: [
                .begin(.figure(alternative: "甲", box)), .picture(index: 0, box, turn: .half), .end,
                .begin(.paragraph), .text("乙", at: Point(1, 2), style), .end,
                .rule(from: Point(0, 0), to: Point(5, 0), Stroke(1)),
                .box(box, fill: .white, stroke: nil), .code(code, box), .link(box, toPage: 4),
                .field(field, box),
            ]
        )
        let expected = Page(
            label: "1",
            marks: [
                .begin(.figure(alternative: "甲", moved)),
                .picture(index: 0, moved, turn: .half), .end,
                .begin(.paragraph), .text("乙", at: Point(4, 4), style), .end,
                .rule(from: Point(3, 2), to: Point(8, 2), Stroke(1)),
                .box(moved, fill: .white, stroke: nil), .code(code, moved),
                .link(moved, toPage: 4), .field(field, moved),
            ]
        )
        #expect(page.moved(right: 3, down: 2) == expected)
        #expect(page.moved(right: 3, down: 2).moved(right: -3, down: -2) == page)
    }
}
