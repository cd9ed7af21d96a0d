import PageLayout
import Testing

/// One column of blocks mostly, so that the heights can be added up by hand.
struct TablePagesTests {
    private static func pages(
        _ rows: [TableRow],
        header: [TableRow] = [],
        columns: Int = 1,
        first: Double,
        next: Double
    ) throws -> [TableLayout] {
        try Table(
            columns: [Table.Column](repeating: .share(1), count: columns),
            header: header,
            rows: rows
        ).pages(width: 60, firstHeight: first, nextHeight: next)
    }

    private static func rows(_ names: String, height: Double = 10) -> [TableRow] {
        names.map { TableRow([.block(String($0), height)]) }
    }

    @Test func `Pages end between rows`() throws {
        let pages = try Self.pages(Self.rows("abcdef"), first: 25, next: 35)
        #expect(pages.map(\.texts) == [["a", "b"], ["c", "d", "e"], ["f"]])
        #expect(pages.map(\.box.height) == [20, 30, 10])
        #expect(pages[1].cells.map(\.index.row) == [2, 3, 4])
        #expect(pages[1].cells.map(\.box.y) == [0, 10, 20])
    }

    @Test func `A table that fits takes one page`() throws {
        #expect(try Self.pages(Self.rows("abc"), first: 30, next: 10).count == 1)
    }

    @Test func `Pages stand where their boxes are`() throws {
        let table = try Table(columns: [.share(1)], rows: Self.rows("abc"))
        let pages = try table.pages(first: Box(20, 270, 60, 10), next: Box(20, 25, 60, 250))
        #expect(pages.map(\.box) == [Box(20, 270, 60, 10), Box(20, 25, 60, 20)])
    }

    @Test func `Header rows repeat and are marked`() throws {
        let pages = try Self.pages(
            Self.rows("abcd"),
            header: Self.rows("H", height: 5),
            first: 30,
            next: 25
        )
        #expect(pages.map(\.texts) == [["H", "a", "b"], ["H", "c", "d"]])
        #expect(pages[1].box.height == 25)
        #expect(pages[1].cells.map(\.isRepeated) == [true, false, false])
        #expect(pages[1].cells.map(\.index.row) == [0, 3, 4])
    }

    @Test func `A header does not stand alone at the end of a page`() throws {
        let pages = try Self.pages(
            Self.rows("ab"),
            header: Self.rows("H", height: 5),
            first: 12,
            next: 100
        )
        #expect(pages.map(\.texts) == [[], ["H", "a", "b"]])
        #expect(pages[0].box.height == 0)
        #expect(pages[1].cells.allSatisfy { !$0.isRepeated })
    }

    @Test func `The header of a group repeats only where the group goes on`() throws {
        let table = try Table(
            columns: [.share(1)],
            header: Self.rows("T", height: 5),
            groups: [
                .init(rows: Self.rows("a")), .init(header: Self.rows("G"), rows: Self.rows("bcd")),
                .init(rows: Self.rows("e")),
            ]
        )
        // 5 + a 10 + G 10 + b 10 = 35; then 5 + 10 + c 10 + d 10 = 35; then 5 + e 10.
        let pages = try table.pages(width: 60, firstHeight: 35, nextHeight: 35)
        #expect(pages.map(\.texts) == [["T", "a", "G", "b"], ["T", "G", "c", "d"], ["T", "e"]])
    }

    @Test func `A header of more than half a page does not repeat`() throws {
        let pages = try Self.pages(
            Self.rows("abcd"),
            header: Self.rows("H", height: 16),
            first: 30,
            next: 30
        )
        #expect(pages.map(\.texts) == [["H", "a"], ["b", "c", "d"]])
    }

    @Test func `Rows keep together with the next where a page holds them`() throws {
        var rows = Self.rows("abcde")
        rows[1].keepsWithNext = true
        rows[2].keepsWithNext = true
        let pages = try Self.pages(rows, first: 30, next: 40)
        #expect(pages.map(\.texts) == [["a"], ["b", "c", "d", "e"]])
        let narrow = try Self.pages(rows, first: 25, next: 25)
        #expect(narrow.map(\.texts) == [["a", "b"], ["c", "d"], ["e"]])
    }

    @Test func `Rows that share a cell are not parted`() throws {
        let rows = [
            TableRow([.block("a", columns: 2)]), TableRow([.block("s", 20, rows: 2), .block("b")]),
            TableRow([.block("c")]), TableRow([.block("d", columns: 2)]),
        ]
        let pages = try Self.pages(rows, columns: 2, first: 25, next: 25)
        #expect(pages.map(\.texts) == [["a"], ["s", "b", "c"], ["d"]])
    }

    @Test func `A shared cell higher than a page is split between its rows`() throws {
        let rows = [
            TableRow([.lines("s", 6, rows: 3), .block("a", 20)]), TableRow([.block("b", 20)]),
            TableRow([.block("c", 20)]),
        ]
        // 45 holds two rows of 20; the third would be cut, so that the page ends above it, at 40.
        let pages = try Self.pages(rows, columns: 2, first: 45, next: 45)
        #expect(
            pages.map(\.texts) == [["s:0", "s:1", "s:2", "s:3", "a", "b"], ["s:4", "s:5", "c"]]
        )
        #expect(pages.map(\.box.height) == [40, 20])
        #expect(pages[1].cells.map(\.isContinued) == [true, false])
        #expect(pages[1].cells.map(\.index.row) == [0, 2])
    }

    @Test func `A row higher than a page is split through its contents`() throws {
        let pages = try Self.pages(
            [TableRow([.block("a"), .lines("b", 7)]), TableRow([.block("c"), .block("d")])],
            columns: 2,
            first: 25,
            next: 38
        )
        // Two lines fit 25 mm, three fit 38; the last two leave room for the next row.
        #expect(
            pages.map(\.texts)
                == [["a", "b:0", "b:1"], ["b:2", "b:3", "b:4"], ["b:5", "b:6", "c", "d"]]
        )
        #expect(pages.map(\.box.height) == [20, 30, 30])
    }

    @Test func `A row that a page holds is not split`() throws {
        let pages = try Self.pages(
            Self.rows("a") + [TableRow([.lines("b", 3)])],
            first: 35,
            next: 35
        )
        #expect(pages.map(\.texts) == [["a"], ["b:0", "b:1", "b:2"]])
    }

    @Test func `The least height of an empty row is split too`() throws {
        let row = TableRow([.block("a")], height: .atLeast(70))
        let pages = try Self.pages([row], first: 30, next: 30)
        #expect(pages.map(\.box.height) == [30, 30, 10])
        #expect(pages.map(\.texts) == [["a"], [], []])
    }

    @Test func `A block higher than a page is told once and not drawn`() throws {
        let rows = Self.rows("a") + Self.rows("b", height: 70) + Self.rows("c")
        let pages = try Self.pages(rows, first: 30, next: 30)
        #expect(pages.map(\.texts) == [["a"], [], ["c"]])
        #expect(pages.flatMap(\.overflows).map(\.missing) == [40])
        #expect(pages[1].overflows.map(\.cell) == [CellIndex(row: 1, column: 0)])
    }

    @Test func `What a fixed row lacks is told where the row ends`() throws {
        let row = TableRow([.lines("a", 6)], height: .fixed(50))
        let pages = try Self.pages([row], first: 30, next: 30)
        #expect(pages.map(\.texts) == [["a:0", "a:1", "a:2"], ["a:3", "a:4"]])
        #expect(pages.map { $0.overflows.map(\.missing) } == [[], [10]])
    }
}
