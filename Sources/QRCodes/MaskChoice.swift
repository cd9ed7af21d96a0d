import CQREncode

/// Chooses the mask of a code (ISO/IEC 18004, 7.8) with a word for each row and column of modules.
///
/// libqrencode looks at each module of each of the eight, which takes most of its time. This comes to the
/// same masks as libqrencode, whose reading of the standard is kept to the letter.
struct MaskChoice {
    /// The modules of the code with the mask that is best.
    private(set) var rows: [UInt64] = []

    private let side: Int
    private let format: QRMatrix.ErrorCorrection

    /// The modules of a code in rows and in columns, of which the words' lowest bits are the first.
    private struct Lines {
        var rows: [UInt64]
        var columns: [UInt64]

        init(count: Int) {
            rows = Array(repeating: 0, count: count)
            columns = rows
        }

        mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
            rows[row].set(column, isDark)
            columns[column].set(row, isDark)
        }
    }

    /// Takes a code of at most 64 modules a side, whose mask is number 0.
    init(of code: QRcode, _ correction: QRMatrix.ErrorCorrection) {
        side = Int(unsafe code.width)
        format = correction
        let cells = unsafe UnsafeBufferPointer(start: code.data, count: side * side)
        var plain = Lines(count: side)
        var area = Lines(count: side)
        for row in 0..<side {
            for column in 0..<side {
                let cell = unsafe cells[row * side + column]
                let (dark, data) = (UInt64(cell & 1), UInt64(~cell >> 7))
                plain.rows[row] |= dark &<< UInt64(column)
                plain.columns[column] |= dark &<< UInt64(row)
                area.rows[row] |= data &<< UInt64(column)
                area.columns[column] |= data &<< UInt64(row)
            }
        }
        turn(&plain, by: 0, within: area)
        var best = Int.max
        for mask in 0..<8 {
            var masked = plain
            turn(&masked, by: mask, within: area)
            setFormat(mask, of: &masked)
            let penalty = penalty(of: masked)
            if penalty < best { (best, rows) = (penalty, masked.rows) }
        }
    }

    /// The rows of each mask, which come again after twelve; a set bit turns its module over.
    private static let rowPatterns = patterns { turns($0, $1, $2) }
    /// The same for columns.
    private static let columnPatterns = patterns { turns($0, $2, $1) }

    private static func patterns(_ turns: (_ mask: Int, _ x: Int, _ y: Int) -> Bool) -> [UInt64] {
        (0..<96).map { line in
            (0..<64).reduce(0) { $0 | (turns(line / 12, $1, line % 12) ? 1 << UInt64($1) : 0) }
        }
    }

    private static func turns(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (y / 2 + x / 3) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: (x * y % 3 + (x + y) % 2) % 2 == 0
        }
    }

    private func turn(_ lines: inout Lines, by mask: Int, within area: Lines) {
        let (rowPatterns, columnPatterns) = (Self.rowPatterns, Self.columnPatterns)
        for line in 0..<side {
            let pattern = 12 * mask + line % 12
            lines.rows[line] ^= rowPatterns[pattern] & area.rows[line]
            lines.columns[line] ^= columnPatterns[pattern] & area.columns[line]
        }
    }

    /// Says which mask it is, in both places (7.9.1).
    private func setFormat(_ mask: Int, of lines: inout Lines) {
        let level =
            switch format {
            case .low: 1
            case .medium: 0
            case .quartile: 3
            case .high: 2
            }
        let data = (level << 3 | mask) << 10
        var rest = data
        for bit in stride(from: 14, through: 10, by: -1) where rest >> bit & 1 == 1 {
            rest ^= 0b101_0011_0111 << (bit - 10)
        }
        let format = (data | rest) ^ 0b101_0100_0001_0010
        for bit in 0..<15 {
            let isDark = format >> bit & 1 == 1
            if bit < 8 {
                lines.set(8, side - 1 - bit, isDark)
                lines.set(bit < 6 ? bit : bit + 1, 8, isDark)
            } else {
                lines.set(side - 15 + bit, 8, isDark)
                lines.set(8, bit == 8 ? 7 : 14 - bit, isDark)
            }
        }
    }

    /// How badly a code can be read (7.8.3).
    private func penalty(of lines: Lines) -> Int {
        var penalty = 0
        var dark = 0
        var last = ~lines.rows[0]
        for line in 0..<side {
            let row = ScannedLine(lines.rows[line], side)
            penalty += row.penalty + ScannedLine(lines.columns[line], side).penalty
            dark += row.modules.nonzeroBitCount
            let equal = line > 0 ? ~(row.modules ^ last) : 0
            let blocks = equal & equal &>> 1 & row.same
            penalty += 3 * blocks.nonzeroBitCount
            last = row.modules
        }
        let area = side * side
        let percent = (200 * dark + area) / area / 2
        return penalty + abs(percent - 50) / 5 * 10
    }
}

extension UInt64 {
    fileprivate mutating func set(_ bit: Int, _ value: Bool) {
        self = self & ~(1 &<< UInt64(bit)) | (value ? 1 &<< UInt64(bit) : 0)
    }
}
