/// What a part of a page is, for readers that follow meaning and not looks (ISO 32000-1, 14.8.4).
///
/// Text, codes and pictures belong to the innermost part that is open where they are drawn; what stands in
/// no part is furniture of the page (a page number) and read by nobody. Lines and boxes are always furniture.
public enum StructureRole: Hashable, Sendable {
    /// A section of the document, for parts that belong together.
    case section
    /// A heading; the first level is 1, and none may be left out.
    case heading(level: Int)
    /// A paragraph.
    case paragraph
    /// A table; it holds rows.
    case table
    /// A row of a table; it holds cells.
    case tableRow
    /// A cell that names the cells of its row or column.
    case headerCell(HeaderScope, columns: Int, rows: Int)
    /// A cell of a table, with the numbers of columns and rows that it spans.
    case dataCell(columns: Int, rows: Int)
    /// A list; it holds items.
    case list
    /// An item of a list.
    case listItem
    /// A picture or a code, with a text that says what is seen and the box in which it stands.
    case figure(alternative: String, Box)
    /// A foot note.
    case note

    /// Which cells a header cell names.
    public enum HeaderScope: String, Hashable, Sendable {
        /// Those of its row.
        case row = "Row"
        /// Those of its column.
        case column = "Column"
    }
}
