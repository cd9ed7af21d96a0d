import PageLayout
import Testing

/// Words over a picture: the whole box is marked, and nothing far outside of it.
@Suite struct WatermarkTests {
    @Test(arguments: [Size(85.6, 54), Size(170, 215), Size(33, 48), Size(10, 200)])
    func `no square of a few centimetres stays unmarked`(size: Size) {
        let style = TextStyle(.hei, 15)
        let mark = Watermark(
            "仅供审核",
            over: Box(20, 30, size.width, size.height),
            style,
            width: 4 * style.em,
            line: 0.1
        )
        let (sine, cosine) = Watermark.rise
        // The middles of the characters, from the middle of the box as they stand on the page.
        let middles = mark.starts.flatMap { start in
            (0..<4).map { place in
                let along = start.x + (Double(place) + 0.5) * style.em
                return Point(
                    along * cosine + start.y * sine,
                    start.y * cosine - along * sine
                )
            }
        }
        let reach = 5 * style.em
        for x in stride(from: -size.width / 2, through: size.width / 2, by: 5) {
            for y in stride(from: -size.height / 2, through: size.height / 2, by: 5) {
                let nearest = middles.map { abs($0.x - x) + abs($0.y - y) }.min() ?? .infinity
                #expect(nearest < 2 * reach, "\(x), \(y)")
            }
        }
        let diagonal = (size.width * size.width + size.height * size.height).squareRoot()
        #expect(middles.allSatisfy { abs($0.x) < diagonal && abs($0.y) < diagonal })
    }

    @Test func `an empty box has no words`() {
        let mark = Watermark("", over: Box(0, 0, 0, 0), TextStyle(.hei, 0), width: 0, line: 0)
        #expect(mark.starts.isEmpty)
    }
}
