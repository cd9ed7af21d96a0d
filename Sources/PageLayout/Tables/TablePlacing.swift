/// A row without its cells.
struct PlacedRow {
    var height: TableRow.Height
    var keepsWithNext: Bool
}

/// A cell at its place in the grid of the table, or of a part of the table.
struct PlacedCell {
    var cell: TableCell
    var rows: Range<Int>
    var columns: Range<Int>
    /// Where it begins in the whole table.
    let index: CellIndex
    var isRepeated = false
    var isContinued = false
}

/// The rows of a group by number; a header without rows to head counts as rows.
struct Section {
    var header: Range<Int>
    var body: Range<Int>
}

/// Puts the cells of a table into its grid, each into the next free column of its row.
struct TablePlacing {
    private let columns: Int
    private(set) var rows: [PlacedRow] = []
    private(set) var cells: [PlacedCell] = []
    private(set) var headerCount = 0
    private(set) var sections: [Section] = []

    init(
        columns: [Table.Column],
        header: [TableRow],
        groups: [Table.Group]
    ) throws(TableError) {
        guard !columns.isEmpty else { throw TableError(.noColumns) }
        self.columns = columns.count
        for (number, column) in columns.enumerated() where !column.isPositive {
            throw TableError(.size, column: number)
        }
        try place(header)
        if groups.contains(where: { !$0.header.isEmpty || !$0.rows.isEmpty }) {
            headerCount = rows.count
        } else {
            sections.append(Section(header: 0..<0, body: 0..<rows.count))
        }
        for group in groups {
            let start = rows.count
            try place(group.header)
            let middle = group.rows.isEmpty ? start : rows.count
            try place(group.rows)
            sections.append(Section(header: start..<middle, body: middle..<rows.count))
        }
    }

    /// Places rows whose spans end with them.
    private mutating func place(_ block: [TableRow]) throws(TableError) {
        let end = rows.count + block.count
        /// For each column the row at which it is free again.
        var free = [Int](repeating: rows.count, count: columns)
        for row in block {
            let number = rows.count
            guard row.height.base.isSize else { throw TableError(.size, row: number) }
            for cell in row.cells {
                try place(cell, row: number, end: end, free: &free)
            }
            if let column = free.firstIndex(where: { $0 <= number }) {
                throw TableError(.unfilled, row: number, column: column)
            }
            rows.append(PlacedRow(height: row.height, keepsWithNext: row.keepsWithNext))
        }
    }

    private mutating func place(
        _ cell: TableCell,
        row: Int,
        end: Int,
        free: inout [Int]
    ) throws(TableError) {
        let column = free.firstIndex { $0 <= row } ?? columns
        if let code = fault(of: cell, row: row, column: column, end: end) {
            throw TableError(code, row: row, column: column)
        }
        let span = column..<column + cell.columns
        if let taken = span.first(where: { free[$0] > row }) {
            throw TableError(.overlap, row: row, column: taken)
        }
        for column in span { free[column] = row + cell.rows }
        cells.append(
            PlacedCell(
                cell: cell,
                rows: row..<row + cell.rows,
                columns: span,
                index: CellIndex(row: row, column: column)
            )
        )
    }

    private func fault(of cell: TableCell, row: Int, column: Int, end: Int) -> TableError.Code? {
        if cell.columns < 1 || cell.rows < 1 { return .span }
        if cell.columns > columns - column { return .beyondColumns }
        if cell.rows > end - row { return .beyondRows }
        let sizes = cell.padding.sizes + cell.borders.widths
        return sizes.allSatisfy(\.isSize) ? nil : .size
    }
}

extension Table.Column {
    fileprivate var isPositive: Bool {
        switch self {
        case .fixed(let width), .share(let width): width.isSize && width > 0
        }
    }
}

extension TableCell.Padding {
    fileprivate var sizes: [Double] { [left, top, right, bottom] }
}

extension TableCell.Borders {
    fileprivate var widths: [Double] {
        [left, top, right, bottom].map { edge in
            if case .stroke(let stroke) = edge { stroke.width } else { 0 }
        }
    }
}

extension Double {
    /// Whether it can be a width or a height.
    var isSize: Bool { isFinite && self >= 0 }
}
