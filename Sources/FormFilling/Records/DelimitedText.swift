/// Reads comma-separated values (RFC 4180) row by row; what is in memory does not grow with the file.
///
/// Lines may end in CR LF, LF or CR. A quote within a cell that did not begin with one is an ordinary
/// character, as for Excel and Python. Empty lines are no rows.
public final class DelimitedText {
    /// How much a text may ask of its reader.
    public struct Limits: Hashable, Sendable {
        /// The largest number of bytes in a cell, in UTF-8.
        public var cellBytes: Int
        /// The largest number of cells in a row.
        public var cells: Int

        /// Sets the limits.
        public init(cellBytes: Int = 65_536, cells: Int = 1_000) {
            self.cellBytes = cellBytes
            self.cells = cells
        }
    }

    /// A row behind the header.
    public struct Row: Hashable, Sendable {
        /// Its number, counted from one.
        public var number: Int
        /// The line of the file in which it begins, counted from one.
        public var line: Int
        /// The cells.
        public var cells: [String]
        /// What is wrong with it; the rows behind it can be read all the same.
        public var faults: [FormDataFault]
    }

    /// The cells of the first row.
    public let header: [String]
    /// The line of the header.
    public let headerLine: Int
    /// What stands between cells.
    public let delimiter: Character
    private var rows: DelimitedRows
    private var number = 0

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - encoding: Their encoding; nil to tell it from the mark at the start, or else from the bytes.
    ///   - delimiter: What stands between cells; nil for what the header has most of: commas, tabs or
    ///     semicolons.
    ///   - limits: How much to take.
    /// - Throws: `FormDataError` if there is no header.
    public init(
        _ source: any ChunkSource,
        encoding: TextEncoding? = nil,
        delimiter: Character? = nil,
        limits: Limits = Limits()
    ) throws(FormDataError) {
        var rows = DelimitedRows(UTF8Stream(source, encoding: encoding), limits: limits)
        let separator: UInt8
        if let given = delimiter?.asciiValue {
            separator = given
        } else {
            separator = try rows.likelyDelimiter()
        }
        rows.delimiter = separator
        self.delimiter = Character(Unicode.Scalar(separator))
        guard let first = try rows.next() else { throw FormDataError(FormDataFault(.empty)) }
        if first.hasStrayQuote {
            throw FormDataError(FormDataFault(.strayQuote, line: first.line))
        }
        header = first.cells
        headerLine = first.line
        self.rows = rows
    }

    /// The next row; nil at the end.
    ///
    /// - Throws: `FormDataError` where nothing behind can be trusted: a quote that is never closed, bytes
    ///   that are no characters, a cell beyond the limits.
    public func next() throws(FormDataError) -> Row? {
        number += 1
        guard let raw = try rows.next(row: number) else { return nil }
        var row = Row(number: number, line: raw.line, cells: raw.cells, faults: [])
        if raw.hasStrayQuote {
            row.faults.append(FormDataFault(.strayQuote, row: number, line: raw.line))
        }
        if raw.cells.count != header.count {
            row.faults.append(
                FormDataFault(
                    .ragged,
                    row: number,
                    line: raw.line,
                    values: ["count": "\(raw.cells.count)", "expected": "\(header.count)"]
                )
            )
        }
        return row
    }
}
