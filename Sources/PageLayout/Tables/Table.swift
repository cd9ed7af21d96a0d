/// A table as forms have it: a grid of cells that tile a box, with lines along their edges.
///
/// Sizes are millimetres. Cells are measured from the middle of one line to the middle of the next.
public struct Table {
    /// How wide a column is.
    public enum Column: Hashable, Sendable {
        /// Exactly this.
        case fixed(Double)
        /// A share of the width that the fixed columns leave, in proportion to the other shares.
        case share(Double)
    }

    /// Rows that belong together, under header rows that repeat on each page where the rows go on.
    public struct Group {
        /// The header rows.
        public var header: [TableRow]
        /// The rows, as many as there are entries.
        public var rows: [TableRow]

        /// States a group.
        public init(header: [TableRow] = [], rows: [TableRow]) {
            self.header = header
            self.rows = rows
        }
    }

    /// The columns from left to right.
    public let columns: [Column]
    /// The line around the table, and around the part of it on each page.
    public let frame: Stroke?
    /// The lines between cells.
    public let grid: Stroke?
    /// Whether the marks say where the table, its rows and its cells begin and end.
    public var isTagged = false

    let rows: [PlacedRow]
    let cells: [PlacedCell]
    /// The number of leading rows that repeat on each page.
    let headerCount: Int
    let sections: [Section]
    /// Whether the table goes on from an earlier page.
    let isContinued: Bool
    /// Whether the table goes on on a later page.
    let continues: Bool

    /// The frame of office forms, 0.5 mm.
    public static let usualFrame = Stroke(0.5)
    /// The grid lines of office forms, 0.3 mm.
    public static let usualGrid = Stroke(0.3)

    /// States a table, whose header rows repeat on each page; a nested table mostly has no frame.
    public init(
        columns: [Column],
        header: [TableRow] = [],
        groups: [Group],
        frame: Stroke? = usualFrame,
        grid: Stroke? = usualGrid
    ) throws(TableError) {
        let placing = try TablePlacing(columns: columns, header: header, groups: groups)
        for width in [frame, grid].compactMap(\.?.width) where !(width.isFinite && width >= 0) {
            throw TableError(.size)
        }
        self.init(
            columns: columns,
            frame: frame,
            grid: grid,
            rows: placing.rows,
            cells: placing.cells,
            headerCount: placing.headerCount,
            sections: placing.sections,
            isContinued: false,
            continues: false
        )
    }

    /// States a table of rows without groups.
    public init(
        columns: [Column],
        header: [TableRow] = [],
        rows: [TableRow],
        frame: Stroke? = usualFrame,
        grid: Stroke? = usualGrid
    ) throws(TableError) {
        try self.init(
            columns: columns,
            header: header,
            groups: [Group(rows: rows)],
            frame: frame,
            grid: grid
        )
    }

    init(
        columns: [Column],
        frame: Stroke?,
        grid: Stroke?,
        rows: [PlacedRow],
        cells: [PlacedCell],
        headerCount: Int,
        sections: [Section],
        isContinued: Bool,
        continues: Bool
    ) {
        self.columns = columns
        self.frame = frame
        self.grid = grid
        self.rows = rows
        self.cells = cells
        self.headerCount = headerCount
        self.sections = sections
        self.isContinued = isContinued
        self.continues = continues
    }
}
