import PageLayout

/// A block that cannot be split, drawn as its name in the box that it was given.
struct FixedBlock: CellContent {
    var name: String
    var height: Double
    var narrowest = 0.0

    init(_ name: String, _ height: Double, narrowest: Double = 0) {
        self.name = name
        self.height = height
        self.narrowest = narrowest
    }

    func height(width: Double) -> Double { width < narrowest ? .infinity : height }

    func marks(in box: Box) -> [Mark] {
        [.text(name, at: Point(box.x, box.y), TextStyle(.song, 10))]
    }

    func split(width: Double, height: Double) -> (head: any CellContent, rest: any CellContent)? {
        nil
    }
}

/// Lines of one height, which may be parted anywhere between them; each is drawn as its number.
struct Lines: CellContent {
    var name: String
    var numbers: Range<Int>
    var line: Double

    init(_ name: String, _ numbers: Range<Int>, line: Double) {
        self.name = name
        self.numbers = numbers
        self.line = line
    }

    func height(width: Double) -> Double { Double(numbers.count) * line }

    func marks(in box: Box) -> [Mark] {
        numbers.enumerated().map { place, number in
            let at = Point(box.x, box.y + Double(place) * line)
            return .text("\(name):\(number)", at: at, TextStyle(.song, 10))
        }
    }

    func split(width: Double, height: Double) -> (head: any CellContent, rest: any CellContent)? {
        let count = Int((height / line + 1e-9).rounded(.down))
        guard count > 0, count < numbers.count else { return nil }
        let middle = numbers.lowerBound + count
        return (
            Self(name, numbers.lowerBound..<middle, line: line),
            Self(name, middle..<numbers.upperBound, line: line)
        )
    }
}

extension TableCell {
    /// A cell of a given height without padding.
    static func block(
        _ name: String,
        _ height: Double = 10,
        columns: Int = 1,
        rows: Int = 1,
        alignment: Alignment = .top
    ) -> Self {
        Self(
            FixedBlock(name, height),
            columns: columns,
            rows: rows,
            alignment: alignment,
            padding: .none
        )
    }

    /// A cell of lines without padding.
    static func lines(_ name: String, _ count: Int, line: Double = 10, rows: Int = 1) -> Self {
        Self(Lines(name, 0..<count, line: line), rows: rows, alignment: .top, padding: .none)
    }
}

extension TableLayout {
    /// The names and numbers of the contents, in the order in which they are drawn.
    var texts: [String] { marks.texts }

    var rules: [Rule] {
        marks.compactMap { mark in
            if case .rule(let from, let to, let stroke) = mark {
                Rule(from: from, to: to, width: stroke.width)
            } else {
                nil
            }
        }
    }

    /// The box of the cell that begins at a place.
    func box(_ row: Int, _ column: Int) -> Box? {
        cells.first { $0.index == CellIndex(row: row, column: column) }?.box
    }

    /// The box that the content of the cell at a place was given.
    func content(_ row: Int, _ column: Int) -> Box? {
        cells.first { $0.index == CellIndex(row: row, column: column) }?.content
    }
}

extension [Mark] {
    var texts: [String] {
        compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }
    }
}

/// A line of a layout.
struct Rule: Hashable {
    var from: Point
    var to: Point
    var width: Double
}
