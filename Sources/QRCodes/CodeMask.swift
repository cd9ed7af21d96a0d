/// One of the eight masks that a code's data may lie under (ISO/IEC 18004:2015, 7.8.2, table 10).
struct CodeMask: Hashable, CaseIterable {
    static let allCases = (0..<8).map { Self(number: $0) }

    /// 0 to 7.
    let number: Int

    /// Whether the data module of this row and column is turned.
    func turns(_ row: Int, _ column: Int) -> Bool {
        switch number {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    /// Every module that it would turn in the largest code of such lines, if all were data.
    var pattern: ModuleLines { Self.patterns[number] }

    private static let patterns = allCases.map { mask in
        ModuleLines(side: ModuleLines.largestSide) { mask.turns($0, $1) }
    }
}
