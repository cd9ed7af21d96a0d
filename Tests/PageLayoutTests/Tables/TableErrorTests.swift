import PageLayout
import Testing

struct TableErrorTests {
    private static let columns: [Table.Column] = [.share(1), .share(1)]

    private static func error(_ rows: [TableRow], columns: [Table.Column] = columns) -> TableError?
    {
        do throws(TableError) {
            _ = try Table(columns: columns, rows: rows)
            return nil
        } catch { return error }
    }

    @Test func `A table needs columns`() {
        #expect(Self.error([], columns: []) == TableError(.noColumns))
    }

    @Test(arguments: [0, -1, Double.nan, .infinity])
    func `A column has a width`(width: Double) {
        for column in [Table.Column.fixed(width), .share(width)] {
            let error = Self.error([], columns: [.fixed(3), column])
            #expect(error == TableError(.size, column: 1))
        }
    }

    @Test(arguments: [-1, Double.nan, .infinity])
    func `A row has a height`(height: Double) {
        let cells = [TableCell.block("甲"), .block("乙")]
        for bad in [TableRow.Height.fixed(height), .atLeast(height), .stretching(atLeast: height)] {
            let rows = [TableRow(cells), TableRow(cells, height: bad)]
            #expect(Self.error(rows) == TableError(.size, row: 1))
        }
    }

    @Test(arguments: [-1, Double.nan, .infinity])
    func `Paddings and lines have a width`(width: Double) {
        let padded = TableCell(padding: .init(left: width))
        let lined = TableCell(borders: .init(bottom: .stroke(Stroke(width))))
        for cell in [padded, lined] {
            #expect(
                Self.error([TableRow([TableCell(), cell])]) == TableError(.size, row: 0, column: 1)
            )
        }
        #expect(throws: TableError(.size)) {
            try Table(columns: Self.columns, rows: [], frame: Stroke(width))
        }
    }

    @Test func `A cell spans at least itself`() {
        for cell in [TableCell(columns: 0), TableCell(rows: 0), TableCell(rows: -1)] {
            let error = Self.error([TableRow([TableCell(), cell])])
            #expect(error == TableError(.span, row: 0, column: 1))
        }
    }

    @Test(arguments: [2, 3, Int.max])
    func `A span ends with the columns`(span: Int) {
        let error = Self.error([TableRow([TableCell(), TableCell(columns: span)])])
        #expect(error == TableError(.beyondColumns, row: 0, column: 1))
    }

    @Test func `A row has no more cells than columns`() {
        let error = Self.error([TableRow([TableCell(), TableCell(), TableCell()])])
        #expect(error == TableError(.beyondColumns, row: 0, column: 2))
    }

    @Test(arguments: [3, Int.max])
    func `A span ends with the rows`(span: Int) {
        let error = Self.error([
            TableRow([TableCell(), TableCell(rows: span)]), TableRow([TableCell()]),
        ])
        #expect(error == TableError(.beyondRows, row: 0, column: 1))
    }

    @Test func `A span ends with its header and its group`() {
        let joined = TableRow([TableCell(rows: 2), TableCell()])
        let rest = TableRow([TableCell()])
        #expect(throws: TableError(.beyondRows, row: 0, column: 0)) {
            try Table(columns: Self.columns, header: [joined], rows: [rest])
        }
        #expect(throws: TableError(.beyondRows, row: 0, column: 0)) {
            try Table(columns: Self.columns, groups: [.init(rows: [joined]), .init(rows: [rest])])
        }
    }

    @Test func `Cells do not overlap`() {
        let rows = [
            TableRow([TableCell(), TableCell(rows: 2), TableCell()]),
            TableRow([TableCell(columns: 2), TableCell()]),
        ]
        let error = Self.error(rows, columns: [.share(1), .share(1), .share(1)])
        #expect(error == TableError(.overlap, row: 1, column: 1))
    }

    @Test func `Every place of a row is filled`() {
        let error = Self.error([TableRow([TableCell(columns: 2)]), TableRow([TableCell()])])
        #expect(error == TableError(.unfilled, row: 1, column: 1))
        #expect(Self.error([TableRow([])]) == TableError(.unfilled, row: 0, column: 0))
    }

    @Test func `Columns fit the width`() throws {
        let fixed = try Table(columns: [.fixed(20), .fixed(30)], rows: [])
        #expect(throws: TableError(.width, column: 1)) {
            try fixed.layout(at: Point(0, 0), width: 49)
        }
        #expect(throws: Never.self) { try fixed.layout(at: Point(0, 0), width: 50) }
        let shared = try Table(columns: [.fixed(50), .share(1)], rows: [])
        #expect(throws: TableError(.width)) { try shared.layout(at: Point(0, 0), width: 50) }
    }

    @Test func `Content and padding fit their cell`() throws {
        let wide = TableCell(FixedBlock("甲", 5, narrowest: 18))
        let padded = TableCell(padding: .init(sides: 11, ends: 0))
        for cell in [wide, padded] {
            let table = try Table(
                columns: [.fixed(30), .fixed(20)],
                rows: [TableRow([TableCell(), cell])]
            )
            #expect(throws: TableError(.cellWidth, row: 0, column: 1)) {
                try table.layout(at: Point(0, 0), width: 50)
            }
        }
    }

    @Test(arguments: [-1, Double.nan, .infinity])
    func `Widths and heights of pages are sizes`(size: Double) throws {
        let table = try Table(columns: Self.columns, rows: [TableRow([.block("甲"), .block("乙")])])
        #expect(throws: TableError(.size)) { try table.layout(at: Point(0, 0), width: size) }
        #expect(throws: TableError(.size)) {
            try table.pages(width: 20, firstHeight: size, nextHeight: 100)
        }
        #expect(throws: TableError(.size)) {
            try table.pages(width: 20, firstHeight: 100, nextHeight: size)
        }
    }

    @Test func `A table that would never end is refused`() throws {
        let row = TableRow([TableCell()], height: .atLeast(1e9))
        let table = try Table(columns: [.share(1)], rows: [row])
        #expect(throws: TableError(.pages)) {
            try table.pages(width: 20, firstHeight: 1, nextHeight: 1, limit: 50)
        }
    }

    @Test func `A failure is told in a sentence that counts from one`() {
        #expect(
            TableError(.unfilled, row: 1, column: 2).description
                == "Table, row 2, column 3: no cell is there."
        )
        #expect(TableError(.noColumns).description == "Table: there are no columns.")
    }
}
