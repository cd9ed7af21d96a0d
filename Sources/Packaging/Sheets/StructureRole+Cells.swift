import PageLayout

extension StructureRole {
    /// A cell that names the cells of its row.
    static let rowHeader = headerCell(.row, columns: 1, rows: 1)
    /// A cell that names the cells of its column.
    static let columnHeader = headerCell(.column, columns: 1, rows: 1)
    /// A cell that tells something.
    static let data = dataCell(columns: 1, rows: 1)
}
