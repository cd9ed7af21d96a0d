/// Finds the columns of a form table's cells, row by row.
struct FormGrid {
    /// What stands in which columns.
    struct Placed {
        /// A part of a cell.
        enum Part {
            /// The label of a field.
            case label(String)
            /// The content of the cell.
            case content
        }

        var cell: FormCell
        var part: Part
        var columns: Range<Int>
    }

    private let count: Int
    /// For each column the row at which it is free again.
    private var free: [Int]
    private var row = 0

    init(columns count: Int) {
        self.count = count
        free = [Int](repeating: 0, count: count)
    }

    /// The places of the cells of the next row; empty ranges where there is no room.
    mutating func next(_ cells: [FormCell]) -> [Placed] {
        var open = free.indices.filter { free[$0] <= row }[...]
        let spare = open.count - cells.reduce(0) { $0 + $1.width }
        let elastic = cells.lastIndex { $0.columns == nil }
        var placed: [Placed] = []
        for (index, cell) in cells.enumerated() {
            if let label = cell.fieldWithLabel {
                let columns = take(1, rows: cell.rows, from: &open)
                placed.append(Placed(cell: cell, part: .label(label), columns: columns))
            }
            let extra = index == elastic ? max(0, spare) : 0
            let columns = take((cell.columns ?? 1) + extra, rows: cell.rows, from: &open)
            placed.append(Placed(cell: cell, part: .content, columns: columns))
        }
        row += 1
        return placed
    }

    private mutating func take(
        _ width: Int,
        rows: Int,
        from open: inout ArraySlice<Int>
    ) -> Range<Int> {
        guard let first = open.first else { return count..<count }
        let columns = open.prefix(width)
        open.removeFirst(columns.count)
        for column in columns { free[column] = row + rows }
        return first..<first + columns.count
    }
}

extension FormCell {
    /// The field whose label stands before it.
    fileprivate var fieldWithLabel: String? {
        if case .field(let id, hasLabel: true) = content { id } else { nil }
    }

    /// The columns that it needs at least.
    fileprivate var width: Int { (columns ?? 1) + (fieldWithLabel == nil ? 0 : 1) }
}

extension [FormColumn] {
    /// The widths in millimetres.
    func widths(in total: Double) -> [Double] {
        var left = total
        var shares = 0.0
        for column in self {
            switch column {
            case .millimetres(let width): left -= width
            case .share(let share): shares += share
            }
        }
        return map { column in
            switch column {
            case .millimetres(let width): width
            case .share(let share): Swift.max(0, left) * share / shares
            }
        }
    }
}
