/// A place in a text file, counted from one; columns count characters as Unicode scalars.
public struct SourcePlace: Hashable, Sendable {
    /// The line.
    public let line: Int
    /// The column.
    public let column: Int

    /// States a place.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
