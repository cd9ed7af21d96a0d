/// The lines of a table: one for each edge that cells share, joined to long rules.
struct TableRules {
    private let measured: MeasuredTable
    /// For each row the cell in each column.
    private let owners: [[Int]]
    /// The line above each row and below the last, for each column.
    private var across: [[Stroke?]] = []
    /// The line left of each column and right of the last, for each row.
    private var down: [[Stroke?]] = []

    init(_ measured: MeasuredTable) {
        self.measured = measured
        owners = measured.table.owners
        let columns = measured.table.columns.indices
        let rows = measured.table.rows.indices
        across = (0...rows.count).map { line in columns.map { strokeAbove(line, column: $0) } }
        down = (0...columns.count).map { line in rows.map { strokeLeft(of: line, row: $0) } }
        merge(&across, at: measured.tops)
    }

    /// The rules, light ones first so that heavy ones lie over their ends.
    func marks(at origin: Point) -> [Mark] {
        guard !owners.isEmpty else { return [] }
        let horizontal = rules(along: across, crossedBy: down, at: measured.lefts) { line, span in
            let y = origin.y + measured.tops[line]
            return (
                Point(origin.x + span.lowerBound, y), Point(origin.x + span.upperBound, y)
            )
        }
        let vertical = rules(along: down, crossedBy: across, at: measured.tops) { line, span in
            let x = origin.x + measured.lefts[line]
            return (
                Point(x, origin.y + span.lowerBound), Point(x, origin.y + span.upperBound)
            )
        }
        return (horizontal + vertical).enumerated()
            .sorted { ($0.element.width, $0.offset) < ($1.element.width, $1.offset) }
            .map(\.element.mark)
    }

    private func rules(
        along lines: [[Stroke?]],
        crossedBy others: [[Stroke?]],
        at places: [Double],
        ends: (_ line: Int, _ span: ClosedRange<Double>) -> (Point, Point)
    ) -> [(width: Double, mark: Mark)] {
        lines.enumerated().flatMap { line, strokes in
            runs(of: strokes, at: places).map { run in
                let start = run.span.lowerBound
                let end = run.span.upperBound
                let span =
                    places[start] - crossing(others, start, line)...places[end]
                    + crossing(others, end, line)
                let (from, to) = ends(line, span)
                return (run.stroke.width, .rule(from: from, to: to, run.stroke))
            }
        }
    }

    /// Half the width of the line that crosses at a corner, so that corners are closed.
    private func crossing(_ lines: [[Stroke?]], _ line: Int, _ place: Int) -> Double {
        let strokes = lines[line]
        let before = place > 0 ? strokes[place - 1]?.width ?? 0 : 0
        let after = place < strokes.count ? strokes[place]?.width ?? 0 : 0
        return max(before, after) / 2
    }

    /// Neighbours in line that look the same, as one.
    private func runs(of strokes: [Stroke?], at places: [Double]) -> [(
        stroke: Stroke, span: Range<Int>
    )] {
        var runs: [(stroke: Stroke, span: Range<Int>)] = []
        for (place, stroke) in strokes.enumerated() {
            guard let stroke, places[place + 1] > places[place] else { continue }
            if let last = runs.last, last.stroke == stroke,
                places[last.span.upperBound] == places[place]
            {
                runs[runs.count - 1].span = last.span.lowerBound..<place + 1
            } else {
                runs.append((stroke, place..<place + 1))
            }
        }
        return runs
    }

    /// Lines at the same place, around a row without height, become one.
    private func merge(_ lines: inout [[Stroke?]], at places: [Double]) {
        for line in lines.indices.dropFirst() where places[line] <= places[line - 1] {
            lines[line] = zip(lines[line - 1], lines[line]).map { Stroke.heavier($0, $1) }
            lines[line - 1] = lines[line - 1].map { _ in nil }
        }
    }

    private func strokeAbove(_ line: Int, column: Int) -> Stroke? {
        let table = measured.table
        let above = line > 0 ? owners[line - 1][column] : nil
        let below = line < owners.count ? owners[line][column] : nil
        guard above != below else { return nil }
        if (above == nil && table.isContinued) || (below == nil && table.continues) {
            return table.frame?.visible
        }
        return stroke(above.map(\.bottom, in: table), below.map(\.top, in: table))
    }

    private func strokeLeft(of line: Int, row: Int) -> Stroke? {
        let table = measured.table
        let left = line > 0 ? owners[row][line - 1] : nil
        let right = line < table.columns.count ? owners[row][line] : nil
        guard left != right else { return nil }
        return stroke(left.map(\.right, in: table), right.map(\.left, in: table))
    }

    /// The line between two cells, or between one and the outside, as nil.
    private func stroke(_ one: TableCell.Border?, _ other: TableCell.Border?) -> Stroke? {
        let asked = [one, other].compactMap(\.self).filter { $0 != .standard }
        guard !asked.isEmpty else {
            let isOutside = one == nil || other == nil
            return (isOutside ? measured.table.frame : measured.table.grid)?.visible
        }
        return asked.map(\.stroke).reduce(nil) { Stroke.heavier($0, $1) }
    }
}

extension Optional where Wrapped == Int {
    /// What an edge of the cell with this number asks for.
    fileprivate func map(_ edge: KeyPath<TableCell.Borders, TableCell.Border>, in table: Table)
        -> TableCell.Border?
    {
        map { table.cells[$0].cell.borders[keyPath: edge] }
    }
}

extension TableCell.Border {
    fileprivate var stroke: Stroke? {
        if case .stroke(let stroke) = self { stroke.visible } else { nil }
    }
}

extension Stroke {
    fileprivate var visible: Self? { width > 0 ? self : nil }

    /// The wider of two; the first if they are equally wide.
    fileprivate static func heavier(_ one: Self?, _ other: Self?) -> Self? {
        guard let one, let other else { return one ?? other }
        return other.width > one.width ? other : one
    }
}

extension Table {
    /// For each row the number of the cell in each column.
    fileprivate var owners: [[Int]] {
        var owners = [[Int]](
            repeating: [Int](repeating: 0, count: columns.count),
            count: rows.count
        )
        for (cell, placed) in cells.enumerated() {
            for row in placed.rows {
                for column in placed.columns { owners[row][column] = cell }
            }
        }
        return owners
    }
}
