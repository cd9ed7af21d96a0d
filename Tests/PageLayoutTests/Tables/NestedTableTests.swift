import PageLayout
import Testing

struct NestedTableTests {
    private static func nested(
        _ names: String,
        header: [TableRow] = [],
        height: TableRow.Height = .atLeast(0)
    ) throws -> Table {
        try Table(
            columns: [.fixed(10), .share(1)],
            header: header,
            rows: names.map { TableRow([.block("\($0)1"), .block("\($0)2")], height: height) },
            frame: nil
        )
    }

    private static func outer(_ content: any CellContent, height: TableRow.Height = .atLeast(0))
        throws -> Table
    {
        try Table(
            columns: [.fixed(10), .fixed(50)],
            rows: [
                TableRow(
                    [.block("签", 5), TableCell(content, alignment: .fill, padding: .none)],
                    height: height
                )
            ]
        )
    }

    @Test func `A table in a cell decides the height of its row`() throws {
        let layout = try Self.outer(try Self.nested("abc")).layout(at: Point(5, 5), width: 60)
        #expect(layout.box == Box(5, 5, 60, 30))
        #expect(layout.texts == ["签", "a1", "a2", "b1", "b2", "c1", "c2"])
        // Its lines run from the middle of one line around the cell to the middle of the next.
        let inner = Set(layout.rules.filter { $0.width == 0.3 })
        #expect(inner.contains(Rule(from: Point(15, 15), to: Point(65, 15), width: 0.3)))
        #expect(inner.contains(Rule(from: Point(25, 5), to: Point(25, 35), width: 0.3)))
        #expect(inner.count == 4)
    }

    @Test func `A table that fills its cell stretches with it`() throws {
        let inner = try Self.nested("ab", height: .stretching(atLeast: 10))
        let layout = try Self.outer(inner, height: .stretching(atLeast: 0))
            .layout(at: Point(0, 0), width: 60, height: 40)
        #expect(layout.rules.contains(Rule(from: Point(10, 20), to: Point(60, 20), width: 0.3)))
    }

    @Test func `A table that is too wide is told with the cell that holds it`() throws {
        let inner = try Table(columns: [.fixed(51)], rows: [TableRow([.block("a")])])
        #expect(throws: TableError(.cellWidth, row: 0, column: 1)) {
            try Self.outer(inner).layout(at: Point(0, 0), width: 60)
        }
    }

    @Test func `What a table in a cell leaves out is told with both places`() throws {
        let inner = try Self.nested("ab", height: .fixed(8))
        let layout = try Self.outer(inner).layout(at: Point(0, 0), width: 60)
        #expect(layout.overflows.count == 4)
        #expect(layout.overflows.map(\.missing) == [2, 2, 2, 2])
        #expect(layout.overflows.allSatisfy { $0.cell == CellIndex(row: 0, column: 1) })
        #expect(layout.overflows.map(\.inside).last == [CellIndex(row: 1, column: 1)])
        #expect(layout.texts == ["签"])
    }

    @Test func `A table in a cell goes on on the next page under its header`() throws {
        let header = TableRow([.block("H1", 5), .block("H2", 5)])
        let inner = try Self.nested("abcde", header: [header])
        let pages = try Self.outer(inner).pages(width: 60, firstHeight: 28, nextHeight: 30)
        // 28 holds 5 + 2 rows of 10, 30 as many again.
        #expect(
            pages.map(\.texts) == [
                ["签", "H1", "H2", "a1", "a2", "b1", "b2"],
                ["H1", "H2", "c1", "c2", "d1", "d2"],
                ["H1", "H2", "e1", "e2"],
            ]
        )
    }

    @Test func `Rows of a table in a cell keep together if a fresh page holds them`() throws {
        let joined = try Table(
            columns: [.fixed(10), .share(1)],
            rows: [
                TableRow([.block("x", columns: 2)]),
                TableRow([.lines("s", 3, rows: 3), .block("a")]),
                TableRow([.block("b")]),
                TableRow([.block("c")]),
                TableRow([.block("y", columns: 2)]),
            ],
            frame: nil
        )
        let pages = try Self.outer(joined).pages(width: 60, firstHeight: 25, nextHeight: 40)
        #expect(
            pages.map(\.texts) == [
                ["签", "x"], ["s:0", "s:1", "s:2", "a", "b", "c", "y"],
            ]
        )
    }

    @Test func `Under headers that repeat a fresh page is lower`() throws {
        // 40 less a header of 10 is 30: the joined 35 of the table in the cell must be split.
        let joined = try Table(
            columns: [.fixed(10), .share(1)],
            rows: [
                TableRow([.lines("s", 7, line: 5, rows: 2), .block("a", 5)]),
                TableRow([.block("b", 5)]),
            ],
            frame: nil
        )
        let table = try Table(
            columns: [.share(1)],
            header: [TableRow([.block("H")])],
            rows: [
                TableRow([.block("z", 5)]),
                TableRow([TableCell(joined, alignment: .fill, padding: .none)]),
            ]
        )
        let pages = try table.pages(width: 60, firstHeight: 40, nextHeight: 40)
        #expect(pages.flatMap(\.overflows).isEmpty)
        let texts = pages.flatMap(\.texts)
        #expect(texts.filter { $0.hasPrefix("s") } == (0..<7).map { "s:\($0)" })
        #expect(texts.filter { $0 == "a" || $0 == "b" }.count == 2)
        #expect(pages.allSatisfy { $0.box.height <= 40 + 1e-6 })
        #expect(pages.count == 2)
    }
}
