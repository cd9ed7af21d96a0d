import PageLayout
import Testing

struct TypesetterCostTests {
    @Test func `Each character of a typeface and size is measured once`() {
        let measure = CountingMeasurer()
        var typesetter = Typesetter(measure)
        let song = TextStyle(.song, 10)
        let tracked = TextStyle(.song, 10, colour: .white, tracking: 1)
        for _ in 0..<3 {
            _ = typesetter.set(Paragraph("医师医师，Ab Ab——", song, width: 20))
            _ = typesetter.set(Paragraph("师医，A", tracked, width: 30, alignment: .justified))
        }
        #expect(measure.asked.count == 7)
        #expect(Set(measure.asked) == ["医", "师", "，", "A", "b", " ", "—"])
        _ = typesetter.set(Paragraph("医师", TextStyle(.song, 9), width: 20))
        #expect(measure.asked.count == 9)
    }

    @Test(arguments: ["医师资格考试，Swift 6（报名）材料。", "abcdefghijklmnopq", "，。", "   "])
    func `A long paragraph takes time in proportion to its length`(part: String) {
        let clock = ContinuousClock()
        let time = { (count: Int) in
            let text = String(repeating: part, count: count)
            return clock.measure {
                _ = Paragraph(text, TextStyle(.song, 10), width: 150, alignment: .justified)
                    .set(HalfWidthLatin())
            }
        }
        _ = time(40)
        // Sixteen times the text; squared, it would take 256 times as long.
        #expect(time(640) < max(time(40), .milliseconds(1)) * 64)
    }
}

/// Remembers what it was asked to measure.
private final class CountingMeasurer: TextMeasuring {
    private(set) var asked: [String] = []

    func width(of text: String, in style: TextStyle) -> Double {
        asked.append(text)
        return HalfWidthLatin().width(of: text, in: style)
    }

    func missingCharacters(in text: String, role: FontRole) -> [Unicode.Scalar] { [] }
}
