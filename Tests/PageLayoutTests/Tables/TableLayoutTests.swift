import PageLayout
import Testing

/// All numbers are worked out by hand from the widths and heights that are given.
struct TableLayoutTests {
    @Test func `Shares divide what fixed columns leave`() throws {
        // 100 - 20 = 80, shared 1 : 3.
        let table = try Table(
            columns: [.fixed(20), .share(1), .share(3)],
            rows: [TableRow([.block("甲"), .block("乙"), .block("丙")])]
        )
        let layout = try table.layout(at: Point(10, 20), width: 100)
        #expect(layout.box == Box(10, 20, 100, 10))
        #expect(
            layout.cells.map(\.box) == [
                Box(10, 20, 20, 10), Box(30, 20, 20, 10), Box(50, 20, 60, 10),
            ]
        )
        #expect(layout.texts == ["甲", "乙", "丙"])
    }

    @Test func `Fixed columns alone need not fill the width`() throws {
        let table = try Table(
            columns: [.fixed(20), .fixed(30)],
            rows: [TableRow([.block("甲"), .block("乙")])]
        )
        #expect(try table.layout(at: Point(0, 0), width: 100).box == Box(0, 0, 50, 10))
    }

    @Test func `The highest content decides over the least height of its row`() throws {
        let table = try Table(
            columns: [.share(1), .share(1)],
            rows: [
                TableRow([.block("甲", 7), .block("乙", 9)], height: .atLeast(8)),
                TableRow([.block("丙", 7), .block("丁", 3)], height: .atLeast(8)),
            ]
        )
        let layout = try table.layout(at: Point(0, 0), width: 40)
        #expect(layout.box(0, 0) == Box(0, 0, 20, 9))
        #expect(layout.box(1, 1) == Box(20, 9, 20, 8))
        #expect(layout.box.height == 17)
    }

    @Test(
        arguments: [
            // A cell of 50 by 30 with padding 2, 3, 4, 5 leaves 44 by 22 from (2, 3) on.
            (TableCell.Alignment.top, Box(2, 3, 44, 10)), (.middle, Box(2, 9, 44, 10)),
            (.bottom, Box(2, 15, 44, 10)), (.fill, Box(2, 3, 44, 22)),
        ]
    )
    func `Content stands where its alignment says, inside the padding`(
        alignment: TableCell.Alignment,
        expected: Box
    ) throws {
        let cell = TableCell(
            FixedBlock("甲", 10),
            alignment: alignment,
            padding: .init(left: 2, top: 3, right: 4, bottom: 5)
        )
        let table = try Table(columns: [.fixed(50)], rows: [TableRow([cell], height: .atLeast(30))])
        #expect(try table.layout(at: Point(0, 0), width: 50).content(0, 0) == expected)
    }

    @Test func `Padding adds to the height of a row`() throws {
        let table = try Table(
            columns: [.share(1)],
            rows: [TableRow([TableCell(FixedBlock("甲", 10))])]
        )
        // The usual padding leaves 1 mm above and below.
        #expect(try table.layout(at: Point(0, 0), width: 40).box.height == 12)
    }

    @Test func `A cell over several rows puts what it lacks on the last that may grow`() throws {
        // The label needs 40; the rows give 10 + 10 + 5, and the last is fixed: the second gets 15.
        let table = try Table(
            columns: [.fixed(10), .fixed(30)],
            rows: [
                TableRow([.block("签", 40, rows: 3), .block("甲")]),
                TableRow([.block("乙")]),
                TableRow([.block("丙", 5)], height: .fixed(5)),
            ]
        )
        let layout = try table.layout(at: Point(0, 0), width: 40)
        #expect(layout.box(0, 0) == Box(0, 0, 10, 40))
        #expect(layout.box(0, 1) == Box(10, 0, 30, 10))
        #expect(layout.box(1, 1) == Box(10, 10, 30, 25))
        #expect(layout.box(2, 1) == Box(10, 35, 30, 5))
        #expect(layout.overflows.isEmpty)
    }

    @Test func `What one spanning cell adds counts for the next`() throws {
        // "a" lifts row 1 to 20; "b" over rows 1 and 2 has 30 of its 35 then, so row 2 gets 5.
        let table = try Table(
            columns: [.fixed(10), .fixed(10), .fixed(10)],
            rows: [
                TableRow([.block("a", 30, rows: 2), .block("x", 10, columns: 2)]),
                TableRow([.block("b", 35, rows: 2), .block("y", 10)]),
                TableRow([.block("z", 10), .block("u", 10)]),
            ]
        )
        let layout = try table.layout(at: Point(0, 0), width: 30)
        #expect(layout.box(1, 1) == Box(10, 10, 10, 35))
        #expect(layout.box(2, 0) == Box(0, 30, 10, 15))
        #expect(layout.box.height == 45)
        #expect(layout.texts == ["a", "x", "b", "y", "z", "u"])
    }

    @Test func `A fixed row does not grow, and tells what is missing`() throws {
        let table = try Table(
            columns: [.fixed(20), .fixed(20)],
            rows: [TableRow([.block("甲", 30), .lines("乙", 4)], height: .fixed(25))]
        )
        let layout = try table.layout(at: Point(0, 0), width: 40)
        #expect(layout.box.height == 25)
        #expect(
            layout.overflows.map(\.cell) == [
                CellIndex(row: 0, column: 0), CellIndex(row: 0, column: 1),
            ]
        )
        #expect(layout.overflows.map(\.missing) == [5, 15])
        // A block is drawn whole or not; of four lines of 10 mm two fit.
        #expect(layout.texts == ["乙:0", "乙:1"])
        #expect(
            layout.overflows.map { $0.rest.marks(in: Box(0, 0, 20, 30)).texts }
                == [["甲"], ["乙:2", "乙:3"]]
        )
    }

    @Test func `Spare height is shared evenly among the rows that stretch`() throws {
        let table = try Table(
            columns: [.share(1)],
            rows: [
                TableRow([.block("甲")], height: .stretching(atLeast: 8)),
                TableRow([.block("乙")]),
                TableRow([.block("丙", 4)], height: .stretching(atLeast: 8)),
                TableRow([.block("丁", 6)], height: .fixed(6)),
            ]
        )
        // 10 + 10 + 8 + 6 = 34; 50 leaves 16, 8 for each of two rows.
        let layout = try table.layout(at: Point(0, 0), width: 40, height: 50)
        #expect(layout.cells.map(\.box.height) == [18, 10, 16, 6])
        #expect(layout.box.height == 50)
        #expect(try table.layout(at: Point(0, 0), width: 40, height: 20).box.height == 34)
    }

    @Test func `Without rows that stretch a table keeps its height`() throws {
        let table = try Table(columns: [.share(1)], rows: [TableRow([.block("甲")])])
        #expect(try table.layout(at: Point(0, 0), width: 40, height: 50).box.height == 10)
    }

    @Test func `Fills lie under contents, and lines over all`() throws {
        var cell = TableCell.block("甲")
        cell.fill = Colour(240, 240, 240)
        let table = try Table(columns: [.fixed(20)], rows: [TableRow([cell])])
        let marks = try table.layout(at: Point(0, 0), width: 20).marks
        #expect(marks.first == .box(Box(0, 0, 20, 10), fill: Colour(240, 240, 240), stroke: nil))
        #expect(marks.count == 6)
        #expect(marks[1...1].map(\.self).texts == ["甲"])
    }

    @Test func `A table without rows has no height and no lines`() throws {
        let layout = try Table(columns: [.share(1)], rows: []).layout(at: Point(1, 2), width: 40)
        #expect(layout.box == Box(1, 2, 40, 0))
        #expect(layout.marks.isEmpty && layout.cells.isEmpty)
    }
}
