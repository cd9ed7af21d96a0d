import PageLayout
import Testing

struct SetParagraphTests {
    private static let style = HalfWidthLatin.style

    @Test func `An empty paragraph has the height of a line`() {
        let set = Paragraph("", Self.style, width: 10).set(HalfWidthLatin())
        #expect(set.lines.count == 1)
        #expect(abs(set.height - 1.5) < 1e-9)
        #expect(set.marks(at: Point(0, 0)).isEmpty)
    }

    @Test func `A paragraph without runs is a line of no height`() {
        let set = Paragraph([], width: 10).set(HalfWidthLatin())
        #expect(set.lines.count == 1 && set.height == 0)
    }

    @Test func `Leading is a multiple of the type size or fixed`() {
        // The baseline lies 0.88 em under the top of the em square, which stands in the line's middle.
        let half = Paragraph("甲乙", Self.style, width: 1).set(HalfWidthLatin())
        #expect(half.lines.map { ($0.baseline * 1e6).rounded() / 1e6 } == [1.13, 2.63])
        #expect(abs(half.height - 3) < 1e-9)
        let fixed = Paragraph("甲乙", Self.style, width: 1, leading: .fixed(7)).set(HalfWidthLatin())
        #expect(fixed.lines.map { ($0.baseline * 1e6).rounded() / 1e6 } == [3.88, 10.88])
        #expect(fixed.height == 14)
    }

    @Test func `Marks stand relative to the corner`() {
        let set = Paragraph("甲A", Self.style, width: 9, leading: .fixed(1)).set(HalfWidthLatin())
        let marks = set.marks(at: Point(10, 20))
        #expect(marks.count == 2)
        guard case .text("甲", let first, Self.style) = marks.first,
            case .text("A", let second, Self.style) = marks.last
        else {
            Issue.record("\(marks)")
            return
        }
        #expect(first.x == 10 && abs(first.y - 20.88) < 1e-9)
        #expect(abs(second.x - 11.25) < 1e-9 && second.y == first.y)
    }

    @Test(arguments: [(3.0, 2, "戊己庚"), (4.4, 2, "戊己庚"), (1.5, 1, "丙丁戊己庚")])
    func `A split gives the lines that fit and the rest as text`(
        room: Double,
        count: Int,
        rest: String
    ) {
        let set = Paragraph("甲乙丙丁戊己庚", Self.style, width: 2).set(HalfWidthLatin())
        let split = set.split(atHeight: room)
        #expect(split?.head.lines == Array(set.lines.prefix(count)))
        #expect(split?.rest.text == rest)
    }

    @Test func `There is no split where no line fits or all do`() {
        let set = Paragraph("甲乙丙", Self.style, width: 2).set(HalfWidthLatin())
        #expect(set.split(atHeight: 1.4) == nil)
        #expect(set.split(atHeight: 3) == nil)
    }

    @Test func `The rest has the runs that are left and no indent`() {
        let hei = TextStyle(.hei, Self.style.size)
        let set = Paragraph(
            [.init("甲乙", Self.style), .init("丙丁", hei), .init("", Self.style)],
            width: 3,
            indent: 2
        ).set(HalfWidthLatin())
        #expect(set.lines.map(\.text) == ["甲", "乙丙丁"])
        let rest = set.split(atHeight: 1.6)?.rest
        #expect(rest?.runs == [.init("乙", Self.style), .init("丙丁", hei), .init("", Self.style)])
        #expect(rest?.indent == 0)
    }

    @Test(
        arguments: [
            // Four characters in a box of two ems: 24 pt in two lines, one and a half times 24 pt each.
            ("甲乙丙丁", 48.0, 72.0, 24.0),
            ("甲乙丙丁", 48, 71.9, 23.75),
            ("甲乙丙丁", 48, 36, 12),
            ("甲乙丙丁", 47.9, 72, 23.75),
            ("甲", 24, 1000, 24),
            ("甲", 23, 1000, 23),
        ]
    )
    func `A paragraph takes the largest size that fits`(
        text: String,
        width: Double,
        height: Double,
        size: Double
    ) {
        let millimetres = 25.4 / 72
        let set = Paragraph(text, TextStyle(.song, 24), width: 1)
            .scaled(
                toFit: Size(width * millimetres, height * millimetres),
                floor: 6,
                HalfWidthLatin()
            )
        #expect(set?.lines.first?.pieces.first?.style.size == size)
        #expect(set?.paragraph.width == width * millimetres)
    }

    @Test func `Nothing fits if the floor does not, and the floor itself is tried`() {
        let paragraph = Paragraph("甲", TextStyle(.song, 10.5), width: 1)
        let box = { (points: Double) in Size(points * 25.4 / 72, 100) }
        #expect(paragraph.scaled(toFit: box(6.9), floor: 7, HalfWidthLatin()) == nil)
        let least = paragraph.scaled(toFit: box(7.1), floor: 7.1, HalfWidthLatin())
        #expect(least?.paragraph.runs.first?.style.size == 7.1)
        #expect(paragraph.scaled(toFit: box(1), floor: 20, HalfWidthLatin()) == nil)
    }

    @Test func `Runs keep their proportions when they shrink`() {
        let set = Paragraph(
            [.init("甲", TextStyle(.song, 20)), .init("乙", TextStyle(.song, 10, tracking: 2))],
            width: 1
        ).scaled(toFit: Size(16 * 25.4 / 72, 15 * 1.5 * 25.4 / 72), floor: 5, HalfWidthLatin())
        // One and a half ems of the larger in 16 pt: 10.66 pt, or 10.5 in quarters.
        #expect(set?.lines.count == 1)
        #expect(set?.paragraph.runs.map(\.style.size) == [10.5, 5.25])
        #expect(set?.paragraph.runs.last?.style.tracking == 1.05)
    }
}
