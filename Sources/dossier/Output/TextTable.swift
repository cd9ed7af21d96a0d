/// Columns of text lined up for a terminal, where a Chinese character takes two places.
struct TextTable {
    private var rows: [[String]] = []

    mutating func add(_ row: [String]) { rows.append(row) }

    /// The rows, columns two places apart; the last column is not padded.
    var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.compactMap { $0.indices.contains(column) ? Self.width(of: $0[column]) : nil }
                .max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { column, text in
                column == row.count - 1
                    ? text
                    : text
                        + String(repeating: " ", count: widths[column] - Self.width(of: text) + 2)
            }.joined()
        }
    }

    /// The rows, none wider than the terminal: what is too long ends with "…".
    ///
    /// The last column gives way first, down to a sixth, then the column given, then the line's end.
    func lines(width: Int?, yielding column: Int) -> [String] {
        guard let width, let last = rows.map(\.count).max().map({ $0 - 1 }) else {
            return lines.map(Self.trimmed)
        }
        var table = self
        for (column, least) in [(last, width / 6), (column, width / 4)] {
            let excess = (table.lines.map(Self.width(of:)).max() ?? 0) - width
            guard excess > 0 else { break }
            table.narrow(column, by: excess, least: least)
        }
        return table.lines.map { Self.cut(Self.trimmed($0), to: width) }
    }

    private mutating func narrow(_ column: Int, by excess: Int, least: Int) {
        let widest = rows.map { $0.indices.contains(column) ? Self.width(of: $0[column]) : 0 }.max()
        let room = max(least, (widest ?? 0) - excess)
        for index in rows.indices where rows[index].indices.contains(column) {
            rows[index][column] = Self.cut(rows[index][column], to: room)
        }
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    /// A line cut at a width; colours end where they ended before, since only the tail is cut.
    static func cut(_ line: String, to width: Int) -> String {
        guard Self.width(of: line) > width else { return line }
        var head = ""
        for character in line {
            guard Self.width(of: head + String(character)) < width else { break }
            head.append(character)
        }
        return head + "…" + (head.contains("\u{1B}") ? "\u{1B}[0m" : "")
    }

    /// The places that a text takes on a terminal; colour sequences take none.
    static func width(of text: String) -> Int {
        var width = 0
        var isEscape = false
        for scalar in text.unicodeScalars {
            if isEscape {
                isEscape = scalar != "m"
            } else if scalar == "\u{1B}" {
                isEscape = true
            } else {
                width += isWide(scalar) ? 2 : 1
            }
        }
        return width
    }

    /// Wide and full-width characters of UAX #11, as blocks.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
