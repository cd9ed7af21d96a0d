/// A table whose columns and rows have their sizes.
struct MeasuredTable {
    let table: Table
    /// Where columns begin and the last ends, from the left edge of the table.
    let lefts: [Double]
    /// Where rows begin and the last ends, from the top edge of the table.
    private(set) var tops: [Double]
    /// The height of the content of each cell.
    let contents: [Double]

    /// Lengths closer than this are the same, so that rounding overflows nothing.
    static let tolerance = 1e-6

    /// Measures a table at a width, which columns of fixed width need not fill.
    init(_ table: Table, width: Double) throws(TableError) {
        self.table = table
        lefts = try Self.lefts(of: table.columns, width: width)
        var contents: [Double] = []
        for placed in table.cells {
            let span = lefts[placed.columns.upperBound] - lefts[placed.columns.lowerBound]
            let inner = placed.cell.padding.innerWidth(of: span)
            let height = inner < 0 ? .infinity : placed.cell.content.height(width: max(0, inner))
            guard height.isSize else {
                throw TableError(.cellWidth, row: placed.index.row, column: placed.index.column)
            }
            contents.append(height)
        }
        self.contents = contents
        tops = Self.sums(of: Self.heights(of: table, contents: contents))
    }

    var width: Double { lefts[lefts.count - 1] }
    var height: Double { tops[tops.count - 1] }

    /// The height of some rows.
    func height(of rows: Range<Int>) -> Double { tops[rows.upperBound] - tops[rows.lowerBound] }

    /// The height that a cell needs.
    func need(of cell: Int) -> Double { contents[cell] + table.cells[cell].cell.padding.ends }

    /// The height that a cell needs that has other content than was measured.
    func need(of placed: PlacedCell) -> Double {
        placed.cell.content.height(width: innerWidth(of: placed)) + placed.cell.padding.ends
    }

    /// The width that the content of a cell has.
    func innerWidth(of cell: Int) -> Double { innerWidth(of: table.cells[cell]) }

    private func innerWidth(of placed: PlacedCell) -> Double {
        let span = lefts[placed.columns.upperBound] - lefts[placed.columns.lowerBound]
        return max(0, placed.cell.padding.innerWidth(of: span))
    }

    /// Shares out the height that is left up to the given one among the rows that stretch.
    mutating func stretch(to height: Double) {
        let count = table.rows.count { $0.height.isStretching }
        let spare = height - self.height
        guard count > 0, spare > 0, spare.isFinite else { return }
        tops = Self.sums(
            of: table.rows.indices.map { row in
                self.height(of: row..<row + 1)
                    + (table.rows[row].height.isStretching ? spare / Double(count) : 0)
            }
        )
    }

    private static func lefts(of columns: [Table.Column], width: Double) throws(TableError)
        -> [Double]
    {
        guard width.isSize else { throw TableError(.size) }
        var fixed = 0.0
        var shares = 0.0
        for (number, column) in columns.enumerated() {
            switch column {
            case .fixed(let width): fixed += width
            case .share(let share): shares += share
            }
            guard fixed <= width + tolerance else { throw TableError(.width, column: number) }
        }
        let left = max(0, width - fixed)
        if shares > 0, left <= tolerance || !shares.isFinite { throw TableError(.width) }
        return sums(
            of: columns.map { column in
                switch column {
                case .fixed(let width): width
                case .share(let share): left * (share / shares)
                }
            }
        )
    }

    /// Each cell gets the height that it lacks from the last row of its span that may grow.
    private static func heights(of table: Table, contents: [Double]) -> [Double] {
        var heights = table.rows.map(\.height.base)
        var growing = [[Int]](repeating: [], count: heights.count)
        for (cell, placed) in table.cells.enumerated() {
            if let row = placed.rows.last(where: { !table.rows[$0].height.isFixed }) {
                growing[row].append(cell)
            }
        }
        // From top to bottom: whatever lies above the row that grows has its height by then.
        for row in heights.indices {
            for cell in growing[row] {
                let placed = table.cells[cell]
                let there = placed.rows.reduce(0) { $0 + heights[$1] }
                heights[row] += max(0, contents[cell] + placed.cell.padding.ends - there)
            }
        }
        return heights
    }

    private static func sums(of lengths: [Double]) -> [Double] {
        lengths.reduce(into: [0]) { sums, length in sums.append((sums.last ?? 0) + length) }
    }
}

extension TableCell.Padding {
    /// The room above and below together.
    var ends: Double { top + bottom }

    fileprivate func innerWidth(of width: Double) -> Double {
        let inner = width - left - right
        return abs(inner) < MeasuredTable.tolerance ? 0 : inner
    }
}
