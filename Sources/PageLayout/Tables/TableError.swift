/// A table that cannot be laid out as stated; content that is too much for a fixed row is no error.
public struct TableError: Error, Hashable, Sendable {
    /// What is wrong.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There are no columns.
        public static let noColumns = Self(rawValue: "noColumns")
        /// A width, height, padding or stroke is negative, not a number, or zero where that means nothing.
        public static let size = Self(rawValue: "size")
        /// A cell spans no column or no row.
        public static let span = Self(rawValue: "span")
        /// A cell spans more columns than there are.
        public static let beyondColumns = Self(rawValue: "beyondColumns")
        /// A cell spans more rows than there are in its header or its group.
        public static let beyondRows = Self(rawValue: "beyondRows")
        /// A cell spans a column that a cell from above takes.
        public static let overlap = Self(rawValue: "overlap")
        /// A column of a row is taken by no cell.
        public static let unfilled = Self(rawValue: "unfilled")
        /// The columns need more width than there is.
        public static let width = Self(rawValue: "width")
        /// The content of a cell, or its padding, needs more width than the cell has.
        public static let cellWidth = Self(rawValue: "cellWidth")
        /// More pages are needed than are allowed.
        public static let pages = Self(rawValue: "pages")
    }

    /// What is wrong.
    public let code: Code
    /// The row, from 0, if it is about one.
    public let row: Int?
    /// The column, from 0, if it is about one.
    public let column: Int?

    /// States a failure.
    public init(_ code: Code, row: Int? = nil, column: Int? = nil) {
        self.code = code
        self.row = row
        self.column = column
    }
}

extension TableError: CustomStringConvertible {
    /// A full sentence for people, who count from 1.
    public var description: String {
        let places = [row.map { "row \($0 + 1)" }, column.map { "column \($0 + 1)" }]
        let place = places.compactMap(\.self).joined(separator: ", ")
        return "Table" + (place.isEmpty ? "" : ", \(place)") + ": \(reason)."
    }

    private var reason: String {
        switch code {
        case .noColumns: "there are no columns"
        case .size: "a size is negative or no number"
        case .span: "a cell spans nothing"
        case .beyondColumns: "a cell spans more columns than there are"
        case .beyondRows: "a cell spans more rows than there are"
        case .overlap: "a cell overlaps one from above"
        case .unfilled: "no cell is there"
        case .width: "the columns are wider than the room for them"
        case .cellWidth: "the cell is too narrow for its content"
        case .pages: "it takes more pages than allowed"
        default: code.rawValue
        }
    }
}
