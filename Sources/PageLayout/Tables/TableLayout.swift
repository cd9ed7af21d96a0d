/// A table, or the part of it that stands on one page, laid out.
public struct TableLayout {
    /// The box that the cells tile; the lines on its edges stick out by half their width.
    public var box: Box
    /// The cells, row by row.
    public var cells: [LaidCell] = []
    /// What is drawn: fills, the contents row by row, then lines.
    public var marks: [Mark] = []
    /// What does not fit and is not drawn.
    public var overflows: [TableOverflow] = []
}

/// A cell of a table, by the row and column in which it begins, counted from 0.
public struct CellIndex: Hashable, Sendable {
    /// The row in the whole table, headers included.
    public var row: Int
    /// The column.
    public var column: Int

    /// States a place.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A cell, or the part of it that stands on one page.
public struct LaidCell: Hashable, Sendable {
    /// Which cell it is.
    public var index: CellIndex
    /// The cell, from grid line to grid line.
    public var box: Box
    /// The box that its content was given.
    public var content: Box
    /// Whether it stands in a header row that was already on an earlier page.
    public var isRepeated: Bool
    /// Whether it goes on from an earlier page.
    public var isContinued: Bool
}

/// Content that is too high for the fixed rows of its cell, so that some or all of it is not drawn.
public struct TableOverflow {
    /// The cell.
    public var cell: CellIndex
    /// The cell in the table that stands in that cell, and so on inwards; empty if there is none.
    public var inside: [CellIndex] = []
    /// The height that is missing, in millimetres.
    public var missing: Double
    /// What is not drawn, to go on elsewhere.
    public var rest: any CellContent
}
