/// Makes two tables of one.
struct TableCut {
    /// Where a table is cut.
    enum Place: Hashable {
        /// Above a row.
        case before(Int)
        /// Through a row, at this height of it.
        case inside(Int, Double)
        /// Below a row that is made this high, whatever its contents need.
        case through(Int, Double)

        /// The row with which the rest begins.
        var row: Int {
            switch self {
            case .before(let row), .inside(let row, _): row
            case .through(let row, _): row + 1
            }
        }

        /// The number of rows that the head has.
        var headCount: Int {
            switch self {
            case .before(let row): row
            case .inside(let row, _), .through(let row, _): row + 1
            }
        }

        /// Whether no row is on both sides.
        var isBetweenRows: Bool { headCount == row }

        /// Whether a cell stands on both sides.
        func crosses(_ rows: Range<Int>) -> Bool {
            rows.lowerBound < headCount && rows.upperBound > row
        }
    }

    /// What becomes of a content that is on both sides.
    enum Fate: Hashable {
        /// There is none.
        case isEmpty
        /// All of it stays in the head.
        case stays
        /// Each side gets a part.
        case splits
        /// All of it goes to the rest.
        case moves
    }

    private let measured: MeasuredTable
    private let table: Table
    private let place: Place
    private let repeats: [Int]
    private let fresh: Double

    /// Prepares to cut, with the header rows that stand above the rest again, and the room below them.
    init(_ measured: MeasuredTable, at place: Place, repeats: [Int], fresh: Double) {
        self.measured = measured
        self.place = place
        self.repeats = repeats
        self.fresh = fresh
        table = measured.table
    }

    /// The two tables; no second one if no row is left.
    var parts: (head: Table, rest: Table?) {
        var heads: [PlacedCell] = []
        var rests: [PlacedCell] = []
        for (number, placed) in table.cells.enumerated() {
            if place.crosses(placed.rows) {
                let (head, rest) = halves(of: number)
                heads.append(head)
                rests.append(rest)
            } else if placed.rows.lowerBound < place.headCount {
                heads.append(placed)
            } else {
                rests.append(placed)
            }
        }
        let slice = slice(for: heads)
        let rest = place.row < table.rows.count ? rest(rests, without: slice) : nil
        return (head(heads, slice: slice), rest)
    }

    /// What becomes of the contents that are on both sides.
    var fates: [Fate] {
        table.cells.indices.filter { place.crosses(table.cells[$0].rows) }.map { fate(of: $0) }
    }

    private func fate(of cell: Int) -> Fate {
        if measured.contents[cell] == 0 { return .isEmpty }
        if stays(cell) { return .stays }
        return contents(of: cell) == nil ? .moves : .splits
    }

    private func stays(_ cell: Int) -> Bool {
        measured.contents[cell] <= headRoom(of: cell) + MeasuredTable.tolerance
    }

    private func contents(of cell: Int) -> (head: any CellContent, rest: any CellContent)? {
        let padding = table.cells[cell].cell.padding.ends
        return measured.parts(
            of: cell,
            height: headRoom(of: cell),
            freshHeight: max(0, fresh - padding)
        )
    }

    /// The height that the head has for the content of a cell.
    private func headRoom(of cell: Int) -> Double {
        let placed = table.cells[cell]
        let end =
            switch place {
            case .before(let row): measured.tops[row]
            case .inside(let row, let slice), .through(let row, let slice):
                measured.tops[row] + slice
            }
        return max(0, end - measured.tops[placed.rows.lowerBound] - placed.cell.padding.ends)
    }

    private func halves(of cell: Int) -> (head: PlacedCell, rest: PlacedCell) {
        let placed = table.cells[cell]
        var head = placed
        var rest = placed
        head.rows = placed.rows.lowerBound..<place.headCount
        rest.rows = place.row..<placed.rows.upperBound
        rest.isContinued = true
        if stays(cell) {
            rest.cell.content = EmptyContent()
        } else if let parts = contents(of: cell) {
            head.cell.content = parts.head
            rest.cell.content = parts.rest
        } else {
            head.cell.content = EmptyContent()
        }
        return (head, rest)
    }

    /// The height in the head of a row on both sides: no more than is asked for, so that no gap is left.
    private func slice(for heads: [PlacedCell]) -> Double {
        switch place {
        case .before: return 0
        case .through(_, let slice): return slice
        case .inside(let row, let slice):
            let least = min(slice, table.rows[row].height.base)
            guard !table.rows[row].height.isFixed else { return least }
            let needs = heads.filter { $0.rows.contains(row) }.map { placed in
                measured.need(of: placed) - measured.height(of: placed.rows.lowerBound..<row)
            }
            return min(slice, needs.reduce(least, max))
        }
    }

    /// The head, whose rows keep the heights that they have.
    private func head(_ cells: [PlacedCell], slice: Double) -> Table {
        let rows = (0..<place.headCount).map { row in
            var placed = table.rows[row]
            let isCut = row == place.headCount - 1 && place != .before(row + 1)
            placed.height = .fixed(isCut ? slice : measured.height(of: row..<row + 1))
            return placed
        }
        return part(
            rows: rows,
            cells: cells,
            isContinued: table.isContinued,
            continues: true
        )
    }

    /// The rest, under copies of the header rows.
    private func rest(_ cells: [PlacedCell], without slice: Double) -> Table {
        var rows = repeats.map { table.rows[$0] } + table.rows[place.row...]
        if case .inside = place {
            rows[repeats.count].height = rows[repeats.count].height.reduced(by: slice)
        }
        let shift = repeats.count - place.row
        let moved = cells.map { placed in
            var placed = placed
            placed.rows = placed.rows.shifted(by: shift)
            return placed
        }
        let sorted = moved.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < (
                $1.rows.lowerBound, $1.columns.lowerBound
            )
        }
        let headerCount = repeats.count { $0 < table.headerCount }
        return part(
            rows: rows,
            cells: copies + sorted,
            headerCount: headerCount,
            sections: sections(headerCount: headerCount, shift: shift),
            isContinued: true,
            continues: table.continues
        )
    }

    private var copies: [PlacedCell] {
        repeats.enumerated().flatMap { number, row in
            table.cells.filter { $0.rows.lowerBound == row }.map { placed in
                var copy = placed
                copy.rows = placed.rows.shifted(by: number - row)
                copy.isRepeated = true
                return copy
            }
        }
    }

    private func sections(headerCount: Int, shift: Int) -> [Section] {
        table.sections.filter { $0.body.upperBound > place.row }.map { section in
            let start = max(section.body.lowerBound, place.row)
            let body = (start..<section.body.upperBound).shifted(by: shift)
            let isWhole = section.header.lowerBound >= place.row && place.isBetweenRows
            if isWhole || section.header.lowerBound > place.row {
                return Section(header: section.header.shifted(by: shift), body: body)
            }
            // What is left of a header that was cut is no header.
            let isRepeated = section.header.upperBound <= place.row
            return Section(header: isRepeated ? headerCount..<repeats.count : 0..<0, body: body)
        }
    }

    private func part(
        rows: [PlacedRow],
        cells: [PlacedCell],
        headerCount: Int = 0,
        sections: [Section] = [],
        isContinued: Bool,
        continues: Bool
    ) -> Table {
        var part = Table(
            columns: table.columns,
            frame: table.frame,
            grid: table.grid,
            rows: rows,
            cells: cells,
            headerCount: headerCount,
            sections: sections,
            isContinued: isContinued,
            continues: continues
        )
        part.isTagged = table.isTagged
        return part
    }
}

extension Range where Bound == Int {
    fileprivate func shifted(by distance: Int) -> Self {
        lowerBound + distance..<upperBound + distance
    }
}
