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

    /// Every module that it would turn if all were data.
    func pattern(side: Int) -> ModuleLines { Self.patterns[side]?[number] ?? drawn(side: side) }

    /// Those of the codes of version 1 to 11.
    private static let patterns: [Int: [ModuleLines]] = Dictionary(
        uniqueKeysWithValues: stride(from: 21, through: ModuleLines.largestSide, by: 4).map {
            side in
            (side, allCases.map { $0.drawn(side: side) })
        }
    )

    private func drawn(side: Int) -> ModuleLines {
        var lines = ModuleLines(side: side)
        for row in 0..<side {
            for column in 0..<side { lines[row, column] = turns(row, column) }
        }
        return lines
    }
}
