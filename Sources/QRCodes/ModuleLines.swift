/// The modules of a code of at most 64 on a side, once as its rows and once as its columns.
///
/// Bit n of a word is the n-th module of the line; bits past the side are 0.
struct ModuleLines: Hashable {
    /// The largest side that fits.
    static let largestSide = 64

    /// The number of modules on a side.
    let side: Int
    /// Line by line from the top: bit 0 is the leftmost module.
    private(set) var rows: [UInt64]
    /// Line by line from the left: bit 0 is the uppermost module.
    private(set) var columns: [UInt64]

    /// Only light modules.
    init(side: Int) {
        self.side = side
        rows = Array(repeating: 0, count: side)
        columns = rows
    }

    /// The modules for which this holds, asked by row and column.
    init(side: Int, where isDark: (Int, Int) -> Bool) {
        self.init(side: side)
        for row in 0..<side {
            var line: UInt64 = 0
            for column in 0..<side where isDark(row, column) {
                line |= 1 << UInt64(column)
                columns[column] |= 1 << UInt64(row)
            }
            rows[row] = line
        }
    }

    /// All bits of a line of so many modules.
    static func full(_ side: Int) -> UInt64 { UInt64.max >> UInt64(largestSide - side) }

    /// The number of dark modules.
    var count: Int { rows.reduce(0) { $0 + $1.nonzeroBitCount } }

    subscript(row: Int, column: Int) -> Bool {
        get { rows[row] >> UInt64(column) & 1 == 1 }
        set {
            guard newValue != self[row, column] else { return }
            rows[row] ^= 1 << UInt64(column)
            columns[column] ^= 1 << UInt64(row)
        }
    }

    /// Turns the modules that are in both of the others, which may be larger.
    mutating func invert(_ pattern: ModuleLines, in area: ModuleLines) {
        for line in 0..<side {
            rows[line] ^= pattern.rows[line] & area.rows[line]
            columns[line] ^= pattern.columns[line] & area.columns[line]
        }
    }
}
