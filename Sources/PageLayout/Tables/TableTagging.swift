/// Gathers the contents of cells and says, if the table is tagged, what part of it each one is.
struct TableTagging {
    private let isTagged: Bool
    private var marks: [Mark] = []
    /// The row that is open.
    private var row: Int?

    init(isTagged: Bool) {
        self.isTagged = isTagged
        if isTagged { marks.append(.begin(.table)) }
    }

    /// Takes the marks of a cell; cells come row by row.
    mutating func add(_ content: [Mark], of placed: PlacedCell) {
        guard isTagged else {
            marks += content
            return
        }
        if row != placed.rows.lowerBound {
            if row != nil { marks.append(.end) }
            marks.append(.begin(.tableRow))
            row = placed.rows.lowerBound
        }
        marks.append(.begin(placed.role))
        marks += content
        marks.append(.end)
    }

    /// All marks, every part ended.
    consuming func end() -> [Mark] {
        if row != nil { marks.append(.end) }
        if isTagged { marks.append(.end) }
        return marks
    }
}

extension PlacedCell {
    fileprivate var role: StructureRole {
        switch cell.meaning {
        case .rowHeader: .headerCell(.row, columns: columns.count, rows: rows.count)
        case .columnHeader: .headerCell(.column, columns: columns.count, rows: rows.count)
        case .data: .dataCell(columns: columns.count, rows: rows.count)
        }
    }
}
