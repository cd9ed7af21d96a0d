import PageLayout

/// A table made by chance, with what must be found in it again.
struct RandomTable {
    let columns: [Table.Column]
    var header: [TableRow] = []
    var groups: [Table.Group] = []
    /// For each cell what it draws; repeated header rows draw it again.
    private(set) var texts: [[String]] = []
    /// The rows that no page may end after, headers too, where a page holds what they keep together.
    private(set) var kept: Set<Int> = []
    private var rowCount = 0
    private let hasNested: Bool

    init(using random: inout SeededGenerator) {
        let count = Int.random(in: 1...5, using: &random)
        columns = (0..<count).map { _ in
            let width = Double.random(in: 10...20, using: &random)
            return Bool.random(using: &random) ? .fixed(width) : .share(width)
        }
        hasNested = Int.random(in: 0..<5, using: &random) == 0
        if Bool.random(using: &random) { header = rows(1, isHeader: true, using: &random) }
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let hasHeader = Int.random(in: 0..<3, using: &random) == 0
            let top = hasHeader ? rows(1, isHeader: true, using: &random) : []
            let count = Int.random(in: hasHeader ? 1...7 : 0...7, using: &random)
            let body = rows(count, isHeader: false, using: &random)
            groups.append(.init(header: top, rows: body))
        }
    }

    func table() throws(TableError) -> Table {
        try Table(columns: columns, header: header, groups: groups)
    }

    private mutating func rows(
        _ count: Int,
        isHeader: Bool,
        using random: inout SeededGenerator
    ) -> [TableRow] {
        var free = [Int](repeating: 0, count: columns.count)
        return (0..<count).map { row in
            var cells: [TableCell] = []
            while let start = free.firstIndex(where: { $0 <= row }) {
                let gap = free[start...].prefix { $0 <= row }.count
                var cell = content(isHeader: isHeader, using: &random)
                cell.columns = Int.random(in: 1...min(gap, 3), using: &random)
                cell.rows = Int.random(in: 1...min(count - row, 3), using: &random)
                for column in start..<start + cell.columns { free[column] = row + cell.rows }
                cells.append(cell)
            }
            let keeps = !isHeader && Int.random(in: 0..<5, using: &random) == 0
            if keeps || isHeader { kept.insert(rowCount) }
            rowCount += 1
            return TableRow(cells, height: height(isHeader, using: &random), keepsWithNext: keeps)
        }
    }

    private func height(_ isHeader: Bool, using random: inout SeededGenerator) -> TableRow.Height {
        let height = Double(Int.random(in: 1...12, using: &random))
        return switch Int.random(in: 0..<(isHeader ? 5 : 8), using: &random) {
        case 0...4: .atLeast(height)
        case 5, 6: .stretching(atLeast: height)
        default: .fixed(height + 3)
        }
    }

    private mutating func content(isHeader: Bool, using random: inout SeededGenerator) -> TableCell
    {
        let name = "\(texts.count)"
        let content: any CellContent
        switch Int.random(in: 0..<(isHeader ? 2 : 10), using: &random) {
        case 0:
            content = EmptyContent()
            texts.append([])
        case 1...5:
            content = FixedBlock(name, Double(Int.random(in: 1...9, using: &random)))
            texts.append([name])
        case 6 where hasNested:
            let rows = Int.random(in: 1...6, using: &random)
            content = Self.nested(name, rows: rows)
            texts.append((0..<rows).flatMap { ["\(name).\($0)", "\(name).\($0):0"] })
        case 6, 7:
            let count = Int.random(in: 1...60, using: &random)
            content = Lines(name, 0..<count, line: 4)
            texts.append((0..<count).map { "\(name):\($0)" })
        default:
            let count = Int.random(in: 1...3, using: &random)
            content = Lines(name, 0..<count, line: 4)
            texts.append((0..<count).map { "\(name):\($0)" })
        }
        let padding: TableCell.Padding = Bool.random(using: &random) ? .none : .usual
        let places: [TableCell.Alignment] = [.top, .middle, .bottom, .fill]
        return TableCell(
            content,
            alignment: places.randomElement(using: &random) ?? .top,
            padding: padding
        )
    }

    /// A table of two columns, empty if it should not be made.
    private static func nested(_ name: String, rows: Int) -> any CellContent {
        let rows = (0..<rows).map { row in
            TableRow([.block("\(name).\(row)", 5), .lines("\(name).\(row)", 1, line: 4)])
        }
        let table = try? Table(columns: [.share(1), .share(2)], rows: rows, frame: nil)
        return table ?? EmptyContent()
    }
}
