/// The rows of delimited text, one after the other, by the state machine that RFC 4180's grammar gives.
struct DelimitedRows: ~Copyable {
    /// A row as it stands.
    struct Row {
        var line: Int
        var cells: [String] = []
        var hasStrayQuote = false
    }

    private enum State {
        case start
        case plain
        case quoted
        /// Behind a quote within quotes: it closes them, or is the first of two.
        case closing
    }

    var delimiter = UInt8(ascii: ",")
    private var stream: UTF8Stream
    private let limits: DelimitedText.Limits
    private var piece: [UInt8] = []
    private var index = 0
    private var line = 1
    private var cell: [UInt8] = []
    private var state = State.start

    init(_ stream: consuming UTF8Stream, limits: DelimitedText.Limits) {
        self.stream = stream
        self.limits = limits
    }

    /// The next row that is no empty line; nil at the end.
    mutating func next() throws(FormDataError) -> Row? {
        while let first = try peek() {
            guard first == 0x0A || first == 0x0D else { return try row() }
            try endLine()
        }
        return nil
    }

    /// The next row, with its number in what goes wrong.
    mutating func next(row number: Int) throws(FormDataError) -> Row? {
        do {
            return try next()
        } catch {
            throw FormDataError(error.faults.map { $0.with(row: number) })
        }
    }

    private mutating func row() throws(FormDataError) -> Row {
        var row = Row(line: line)
        var quoteLine = line
        while let byte = try peek() {
            switch (state, byte) {
            case (.start, UInt8(ascii: "\"")):
                state = .quoted
                quoteLine = line
            case (.quoted, UInt8(ascii: "\"")):
                state = .closing
            case (.closing, UInt8(ascii: "\"")):
                try append(byte, row)
                state = .quoted
            case (.quoted, 0x0D), (.quoted, 0x0A):
                try appendLineBreak(row)
                continue
            case (.quoted, _):
                try append(byte, row)
            case (_, delimiter):
                try endCell(&row)
            case (_, 0x0D), (_, 0x0A):
                try endCell(&row)
                try endLine()
                return row
            default:
                if state == .closing { row.hasStrayQuote = true }
                state = .plain
                try append(byte, row)
            }
            index += 1
        }
        guard state != .quoted else {
            throw FormDataError(FormDataFault(.openQuote, line: quoteLine))
        }
        try endCell(&row)
        return row
    }

    private mutating func append(_ byte: UInt8, _ row: borrowing Row) throws(FormDataError) {
        guard cell.count < limits.cellBytes else {
            throw FormDataError(
                FormDataFault(
                    .cellTooLong,
                    line: line,
                    columnNumber: row.cells.count + 1,
                    values: ["limit": "\(limits.cellBytes)"]
                )
            )
        }
        cell.append(byte)
    }

    /// Keeps a line break within quotes as it is, and counts CR LF once.
    private mutating func appendLineBreak(_ row: borrowing Row) throws(FormDataError) {
        if piece[index] == 0x0D {
            try append(0x0D, row)
            index += 1
            line += 1
            guard try peek() == 0x0A else { return }
            line -= 1
        }
        try append(0x0A, row)
        index += 1
        line += 1
    }

    private mutating func endCell(_ row: inout Row) throws(FormDataError) {
        guard row.cells.count < limits.cells else {
            throw FormDataError(
                FormDataFault(.tooManyCells, line: line, values: ["limit": "\(limits.cells)"])
            )
        }
        row.cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        state = .start
    }

    private mutating func endLine() throws(FormDataError) {
        let isReturn = piece[index] == 0x0D
        index += 1
        line += 1
        if isReturn, try peek() == 0x0A { index += 1 }
    }

    private mutating func peek() throws(FormDataError) -> UInt8? {
        while index == piece.count {
            guard let next = try stream.next() else { return nil }
            piece = next
            index = 0
        }
        return piece[index]
    }
}

extension DelimitedRows {
    /// What stands between the cells of the first line: the most frequent of commas, tabs and semicolons
    /// outside quotes.
    mutating func likelyDelimiter() throws(FormDataError) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
        var counts = [0, 0, 0]
        var (isQuoted, isStart) = (false, true)
        var place = index
        while try fill(to: place) {
            let byte = piece[place]
            place += 1
            if byte == UInt8(ascii: "\""), isStart || isQuoted {
                isQuoted.toggle()
                isStart = false
            } else if !isQuoted, let found = candidates.firstIndex(of: byte) {
                counts[found] += 1
                isStart = true
            } else if !isQuoted, byte == 0x0A || byte == 0x0D {
                // Empty lines before the header are none of it.
                guard isStart, counts == [0, 0, 0] else { break }
            } else {
                isStart = false
            }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }

    /// Reads on until there is a byte at a place; false at the end of the text, or far beyond a header.
    private mutating func fill(to place: Int) throws(FormDataError) -> Bool {
        while place >= piece.count {
            guard piece.count < limits.cellBytes * 4, let more = try stream.next() else {
                return false
            }
            piece += more
        }
        return true
    }
}
