import FormLayout

/// The columns of a table's rows as cells take them, one row after the other.
struct FormGrid {
    private let columns: Int
    private let rows: Int
    /// How many more rows each column is taken by a cell from above.
    private var taken: [Int]

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        taken = Array(repeating: 0, count: columns)
    }

    /// Gives the cells of the next row their columns.
    ///
    /// - Parameters:
    ///   - cells: The cells.
    ///   - row: The row's index.
    ///   - value: Where the row stands in the file.
    /// - Returns: The columns of each cell.
    /// - Throws: `CatalogError` at the cell or row that leaves a gap or finds no room.
    mutating func place(
        _ cells: [FormCellDecoder.Read],
        row: Int,
        _ value: YAMLValue
    ) throws(CatalogError) -> [Range<Int>] {
        var below = taken.map { max(0, $0 - 1) }
        let free = taken.count { $0 == 0 }
        defer { taken = below }
        let spare = free - cells.reduce(0) { $0 + $1.width }
        let open = cells.lastIndex { $0.cell.columns == nil }
        if spare > 0, open == nil {
            throw value.error(
                .wrongValue,
                "row \(row + 1): its cells take \(free - spare) columns, but \(free) are there; add a cell, or leave out one cell's \"span\""
            )
        }
        var ranges: [Range<Int>] = []
        var column = 0
        for (index, read) in cells.enumerated() {
            let width = read.width + (index == open ? max(0, spare) : 0)
            let range = try room(for: read, width, from: column, row: row, index)
            guard row + read.cell.rows <= rows else {
                throw read.value.error(
                    .wrongValue,
                    "row \(row + 1), cell \(index + 1): it spans \(read.cell.rows) rows, but the table ends after \(rows - row)"
                )
            }
            for column in range { below[column] = read.cell.rows - 1 }
            ranges.append(range)
            column = range.upperBound
        }
        return ranges
    }

    private func room(
        for read: FormCellDecoder.Read,
        _ width: Int,
        from column: Int,
        row: Int,
        _ index: Int
    ) throws(CatalogError) -> Range<Int> {
        let start = taken[column...].firstIndex(of: 0) ?? columns
        let left = taken[start...].count { $0 == 0 }
        guard width <= left else {
            throw read.value.error(
                .wrongValue,
                "row \(row + 1), cell \(index + 1): it needs \(width) columns, but only \(left) are left of \(columns); a field takes one for its label and one for its value"
            )
        }
        guard taken[start..<start + width].allSatisfy({ $0 == 0 }) else {
            throw read.value.error(
                .wrongValue,
                "row \(row + 1), cell \(index + 1): it runs into a cell that comes down from above; give it fewer columns by \"span\""
            )
        }
        return start..<start + width
    }
}
