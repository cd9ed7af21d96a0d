/// A cell of a table: its content, how far it spans, and how it looks.
public struct TableCell {
    /// Where the content stands if the cell is higher.
    public enum Alignment: Hashable, Sendable {
        /// At the top.
        case top
        /// In the middle.
        case middle
        /// At the bottom.
        case bottom
        /// Everywhere: the content gets all the height there is (a nested table, a place for a seal).
        case fill
    }

    /// The empty room between the grid lines of a cell and its content, in millimetres.
    public struct Padding: Hashable, Sendable {
        /// Room at the left.
        public var left: Double
        /// Room at the top.
        public var top: Double
        /// Room at the right.
        public var right: Double
        /// Room at the bottom.
        public var bottom: Double

        /// States the room on each side.
        public init(left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0) {
            self.left = left
            self.top = top
            self.right = right
            self.bottom = bottom
        }

        /// States the room at left and right, and above and below.
        public init(sides: Double, ends: Double) {
            self.init(left: sides, top: ends, right: sides, bottom: ends)
        }

        /// No room, so that a nested table meets the lines around it.
        public static let none = Self()
        /// What office forms leave: 1.5 mm at the sides, 1 mm above and below.
        public static let usual = Self(sides: 1.5, ends: 1)
    }

    /// What one edge of a cell asks for.
    public enum Border: Hashable, Sendable {
        /// The line of the table: its frame outside, its grid inside.
        case standard
        /// No line, unless the neighbour asks for one.
        case none
        /// A line of its own.
        case stroke(Stroke)
    }

    /// What the four edges of a cell ask for.
    public struct Borders: Hashable, Sendable {
        /// The left edge.
        public var left: Border
        /// The top edge.
        public var top: Border
        /// The right edge.
        public var right: Border
        /// The bottom edge.
        public var bottom: Border

        /// States the edges; what is left out is the table's own line.
        public init(
            left: Border = .standard,
            top: Border = .standard,
            right: Border = .standard,
            bottom: Border = .standard
        ) {
            self.left = left
            self.top = top
            self.right = right
            self.bottom = bottom
        }
    }

    /// What a cell is for readers that follow meaning and not looks.
    public enum Meaning: Hashable, Sendable {
        /// It names the cells of its row.
        case rowHeader
        /// It names the cells of its column.
        case columnHeader
        /// It tells something.
        case data
    }

    /// The content.
    public var content: any CellContent
    /// The number of columns that it spans.
    public var columns: Int
    /// The number of rows that it spans.
    public var rows: Int
    /// Where the content stands.
    public var alignment: Alignment
    /// The room around the content.
    public var padding: Padding
    /// The lines around the cell.
    public var borders: Borders
    /// The colour behind the content.
    public var fill: Colour?
    /// What it is for readers that follow meaning.
    public var meaning: Meaning

    /// States a cell; labels and values of a form stand in the middle.
    public init(
        _ content: any CellContent = EmptyContent(),
        columns: Int = 1,
        rows: Int = 1,
        alignment: Alignment = .middle,
        padding: Padding = .usual,
        borders: Borders = Borders(),
        fill: Colour? = nil,
        meaning: Meaning = .data
    ) {
        self.content = content
        self.columns = columns
        self.rows = rows
        self.alignment = alignment
        self.padding = padding
        self.borders = borders
        self.fill = fill
        self.meaning = meaning
    }
}
