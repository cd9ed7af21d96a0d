import PageLayout
import Testing

struct TableRulesTests {
    private static func rule(_ x: Double, _ y: Double, _ x2: Double, _ y2: Double, _ width: Double)
        -> Rule
    {
        Rule(from: Point(x, y), to: Point(x2, y2), width: width)
    }

    private static func rules(_ rows: [TableRow], columns: Int = 2, grid: Stroke? = Stroke(0.5))
        throws -> Set<Rule>
    {
        let table = try Table(
            columns: [Table.Column](repeating: .fixed(20), count: columns),
            rows: rows,
            frame: Stroke(1),
            grid: grid
        )
        let rules = try table.layout(at: Point(0, 0), width: 100).rules
        #expect(Set(rules).count == rules.count)
        return Set(rules)
    }

    /// The frame of 1 mm around 40 by 20, its corners closed by half a millimetre.
    private static let frame: Set<Rule> = [
        rule(-0.5, 0, 40.5, 0, 1), rule(-0.5, 20, 40.5, 20, 1),
        rule(0, -0.5, 0, 20.5, 1), rule(40, -0.5, 40, 20.5, 1),
    ]

    @Test func `A grid of four cells is six long rules`() throws {
        let row = TableRow([.block("甲"), .block("乙")])
        // The inner rules end in the middle of the frame and go on by half its width.
        #expect(
            try Self.rules([row, row])
                == Self.frame.union([
                    Self.rule(-0.5, 10, 40.5, 10, 0.5), Self.rule(20, -0.5, 20, 20.5, 0.5),
                ])
        )
    }

    @Test func `No rule crosses a cell that spans columns`() throws {
        let rows = [
            TableRow([.block("甲", columns: 2)]), TableRow([.block("乙"), .block("丙")]),
        ]
        // The upright rule ends at the inner one, half of 0.5 mm beyond its middle.
        #expect(
            try Self.rules(rows)
                == Self.frame.union([
                    Self.rule(-0.5, 10, 40.5, 10, 0.5), Self.rule(20, 9.75, 20, 20.5, 0.5),
                ])
        )
    }

    @Test(arguments: [(0.25, 0.75), (0.75, 0.25)])
    func `The heavier of two asked lines wins`(one: Double, other: Double) throws {
        var left = TableCell.block("甲", 20)
        var right = TableCell.block("乙", 20)
        left.borders.right = .stroke(Stroke(one))
        right.borders.left = .stroke(Stroke(other))
        let expected = Self.frame.union([Self.rule(20, -0.5, 20, 20.5, 0.75)])
        #expect(try Self.rules([TableRow([left, right])]) == expected)
    }

    @Test func `A cell may take a line of the table away, inside and outside`() throws {
        var cell = TableCell.block("甲", 20)
        cell.borders = .init(left: .none, right: .none)
        let rules = try Self.rules([TableRow([cell, .block("乙", 20)])])
        // Without a line to meet, the rules of the frame end flush at the left.
        #expect(
            rules == [
                Self.rule(0, 0, 40.5, 0, 1), Self.rule(0, 20, 40.5, 20, 1),
                Self.rule(40, -0.5, 40, 20.5, 1),
            ]
        )
    }

    @Test func `A table may have a frame only`() throws {
        let row = TableRow([.block("甲"), .block("乙")])
        #expect(try Self.rules([row, row], grid: nil) == Self.frame)
    }

    @Test func `A rule that changes its width is parted there`() throws {
        var cell = TableCell.block("甲")
        cell.borders.bottom = .stroke(Stroke(0.75))
        let rules = try Self.rules([
            TableRow([cell, .block("乙")]), TableRow([.block("丙"), .block("丁")]),
        ])
        #expect(rules.contains(Self.rule(-0.5, 10, 20.25, 10, 0.75)))
        #expect(rules.contains(Self.rule(19.75, 10, 40.5, 10, 0.5)))
        #expect(rules.count == 7)
    }

    @Test func `Lines around a row without height are one`() throws {
        let row = TableRow([.block("甲"), .block("乙")])
        let none = TableRow([.block("丙", 0), .block("丁", 0)])
        #expect(
            try Self.rules([row, none, row])
                == Self.frame.union([
                    Self.rule(-0.5, 10, 40.5, 10, 0.5), Self.rule(20, -0.5, 20, 20.5, 0.5),
                ])
        )
    }

    @Test func `Heavy rules are drawn over light ones`() throws {
        let row = TableRow([.block("甲"), .block("乙")])
        let table = try Table(columns: [.share(1), .share(1)], rows: [row, row])
        let widths = try table.layout(at: Point(0, 0), width: 40).rules.map(\.width)
        #expect(widths == [0.3, 0.3, 0.5, 0.5, 0.5, 0.5])
    }

    @Test func `The part on each page has the whole frame`() throws {
        let row = TableRow([.block("甲"), .block("乙")])
        let table = try Table(columns: [.share(1), .share(1)], rows: [row, row, row, row])
        let pages = try table.pages(width: 40, firstHeight: 20, nextHeight: 20)
        #expect(pages.count == 2)
        #expect(pages[0].rules == pages[1].rules)
        #expect(pages[0].rules.count { $0.width == 0.5 } == 4)
    }
}
