/// A part of a form's page.
public enum FormBlock: Hashable, Sendable {
    /// A table.
    case table(FormTable)
    /// The rows of a field as a table of their own, which goes on over as many pages as it needs.
    case list(FormList)
    /// The answers to a field as items of a list, which goes on over as many pages as it needs.
    case items(FormItems)
    /// A paragraph.
    case text(FormText)
    /// A line across the page, so many millimetres thick.
    case rule(Double)
    /// The code that the page is for.
    case code(FormCode)
    /// Lines to sign on, at the right.
    case signs([FormText])
    /// Empty room in millimetres.
    case space(Double)
    /// Empty room of at least so many millimetres, and all that the page has to spare.
    case stretch(Double)
}

/// A table of labels and values.
public struct FormTable: Hashable, Sendable {
    /// Which lines it has.
    public enum Lines: String, Hashable, Sendable, CaseIterable {
        /// Around it and between all cells.
        case grid
        /// Only across, between the rows.
        case rows
        /// No lines.
        case none
    }

    /// The columns.
    public var columns: [FormColumn]
    /// The rows.
    public var rows: [FormRow]
    /// The type size of answers in points, to which labels keep their proportion; nil for the usual.
    public var size: Double?
    /// Which lines it has.
    public var lines: Lines
    /// The colour of labels; nil for the usual.
    public var labels: FormColour?

    /// States a table.
    public init(
        columns: [FormColumn],
        rows: [FormRow],
        size: Double? = nil,
        lines: Lines = .grid,
        labels: FormColour? = nil
    ) {
        self.columns = columns
        self.rows = rows
        self.size = size
        self.lines = lines
        self.labels = labels
    }
}

/// How wide a column is.
public enum FormColumn: Hashable, Sendable {
    /// So many millimetres.
    case millimetres(Double)
    /// A share of what the others leave.
    case share(Double)
}

/// A row of a table.
public struct FormRow: Hashable, Sendable {
    /// How high it is.
    public enum Height: Hashable, Sendable {
        /// As rows of forms usually are.
        case usual
        /// So many millimetres.
        case fixed(Double)
        /// At least so many millimetres, and more if what it holds needs it.
        case growing(Double)
        /// At least so many millimetres, and all that the page has to spare.
        case stretching(Double)
    }

    /// The cells.
    public var cells: [FormCell]
    /// The height.
    public var height: Height
    /// The colour behind it; nil for none.
    public var fill: FormColour?
    /// Whether its cells name their columns.
    public var isHead: Bool
    /// What must be answered for it to be shown.
    public var condition: FormCondition

    /// States a row.
    public init(
        _ cells: [FormCell],
        height: Height = .usual,
        fill: FormColour? = nil,
        isHead: Bool = false,
        condition: FormCondition = FormCondition()
    ) {
        self.cells = cells
        self.height = height
        self.fill = fill
        self.isHead = isHead
        self.condition = condition
    }
}

/// What stands in a row of a table.
///
/// A field takes two columns, label and value; all else takes one. In each row the last cell that names no
/// number of columns also takes those that are left.
public struct FormCell: Hashable, Sendable {
    /// What it holds.
    public enum Content: Hashable, Sendable {
        /// A field by its id, and whether its label stands before it.
        case field(String, hasLabel: Bool)
        /// A label without a field, running down if vertical.
        case label(String, isVertical: Bool)
        /// Text, with room to sign and to seal.
        case text(FormStatement)
        /// Room for a photo of a size in millimetres, with words in it, or for a program's picture of a name.
        case photo(String, width: Double, height: Double, picture: String? = nil)
        /// The rows of a field, with the widths of their columns.
        case list(FormList)
    }

    /// What it holds.
    public var content: Content
    /// The number of columns that it spans, for a field those of its value; nil for one, or all that are left.
    public var columns: Int?
    /// The number of rows that it spans.
    public var rows: Int

    /// States a cell.
    public init(_ content: Content, columns: Int? = nil, rows: Int = 1) {
        self.content = content
        self.columns = columns
        self.rows = rows
    }
}

/// Words that are agreed to: text, lines to sign on, and a place for a seal.
public struct FormStatement: Hashable, Sendable {
    /// The paragraphs.
    public var paragraphs: [FormText]
    /// The lines to sign on.
    public var signs: [FormText]
    /// The words in the place for the seal; nil if none is there.
    public var seal: String?
    /// The line under the seal, for the date.
    public var date: FormText?

    /// States a statement.
    public init(
        _ paragraphs: [FormText] = [],
        signs: [FormText] = [],
        seal: String? = nil,
        date: FormText? = nil
    ) {
        self.paragraphs = paragraphs
        self.signs = signs
        self.seal = seal
        self.date = date
    }
}

/// The rows of a field, as a table.
public struct FormList: Hashable, Sendable {
    /// The field.
    public var field: String
    /// The widths of its columns, as many as it has.
    public var columns: [FormColumn]
    /// How many rows a blank form has.
    public var rows: Int
    /// How high each of them is, in millimetres; nil for the usual.
    public var rowHeight: Double?
    /// Whether rows are numbered in a first column, under this label.
    public var numbering: String?
    /// The type size of answers in points, if the list is a table of its own; nil for the usual.
    public var size: Double?
    /// The colour behind the labels of the columns, if the list is a table of its own; nil for none.
    public var headFill: FormColour?
    /// Whether each row leads to what it tells of, if the list is a table of its own.
    public var hasLinks: Bool

    /// States a list.
    public init(
        field: String,
        columns: [FormColumn],
        rows: Int,
        rowHeight: Double? = nil,
        numbering: String? = nil,
        size: Double? = nil,
        headFill: FormColour? = nil,
        hasLinks: Bool = false
    ) {
        self.field = field
        self.columns = columns
        self.rows = rows
        self.rowHeight = rowHeight
        self.numbering = numbering
        self.size = size
        self.headFill = headFill
        self.hasLinks = hasLinks
    }
}

/// The answers to a field, each as an item of a list with the field's label before it.
public struct FormItems: Hashable, Sendable {
    /// The field.
    public var field: String
    /// From the left edge of the label to that of the answers, in millimetres.
    public var indent: Double
    /// The type size in points; nil for the usual.
    public var size: Double?
    /// The colour of the label; nil for the usual.
    public var colour: FormColour?

    /// States a list of items.
    public init(
        field: String,
        indent: Double = 14,
        size: Double? = nil,
        colour: FormColour? = nil
    ) {
        self.field = field
        self.indent = indent
        self.size = size
        self.colour = colour
    }
}
