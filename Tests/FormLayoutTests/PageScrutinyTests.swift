import FormFixtures
import PageLayout
import Testing

/// The judge of layouts must be able to say no.
@Suite struct `A page under scrutiny` {
    /// Each character is as wide as it is high.
    private struct Squares: TextMeasuring {
        func width(of text: String, in style: TextStyle) -> Double {
            Double(text.count) * (style.em + style.tracking)
        }

        func missingCharacters(in text: String, role: FontRole) -> [Unicode.Scalar] { [] }
    }

    /// Ten points are 3.53 mm.
    private static let style = TextStyle(.song, 10)

    private func faults(_ marks: [Mark]) -> [String] {
        PageScrutiny(Page(label: "1", marks: marks), measure: Squares(), margin: 10).faults
    }

    private func text(_ text: String, _ x: Double, _ y: Double) -> Mark {
        .text(text, at: Point(x, y), Self.style)
    }

    @Test func `is fine with texts side by side and one below the other`() {
        #expect(faults([text("甲乙", 20, 20), text("丙", 27.1, 20), text("丁", 20, 23.6)]).isEmpty)
    }

    @Test func `shows texts that overlap from side to side`() {
        #expect(faults([text("甲乙", 20, 20), text("丙", 26, 20)]).count == 1)
    }

    @Test func `shows texts that overlap from above`() {
        #expect(faults([text("甲乙", 20, 20), text("丙", 20, 22)]).count == 1)
    }

    @Test(arguments: [
        Mark.rule(from: Point(22, 10), to: Point(22, 40), Stroke(0.2)),
        Mark.rule(from: Point(10, 18.5), to: Point(40, 18.5), Stroke(0.2)),
        Mark.box(Box(22, 10, 30, 30), fill: nil, stroke: Stroke(0.2)),
    ])
    func `shows texts that cross a line`(_ line: Mark) {
        #expect(faults([text("甲乙", 20, 20), line]).count == 1)
    }

    @Test func `lets a text stand on a line`() {
        let line = Mark.rule(from: Point(10, 20.8), to: Point(40, 20.8), Stroke(0.2))
        #expect(faults([text("甲乙", 20, 20), line]).isEmpty)
    }

    @Test(arguments: [(5.0, 20.0), (198, 20), (20, 5), (20, 290)])
    func `shows texts that leave the page`(_ x: Double, _ y: Double) {
        #expect(faults([text("甲乙", x, y)]).count == 1)
    }

    @Test func `does not see blanks`() {
        #expect(faults([text("甲\u{3000}\u{3000}", 20, 20), text("丙", 24, 20)]).isEmpty)
    }
}
