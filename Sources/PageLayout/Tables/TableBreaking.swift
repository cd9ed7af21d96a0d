/// Finds where a table that is too high for the room is cut.
struct TableBreaking {
    private let measured: MeasuredTable
    private let table: Table
    private let room: Double
    private let fresh: Double
    /// For each row whether a cell spans it and the row above.
    private let joined: [Bool]

    /// Prepares to cut at the height of the room; a fresh page has the other height.
    init(_ measured: MeasuredTable, room: Double, fresh: Double) {
        self.measured = measured
        self.room = room
        self.fresh = fresh
        table = measured.table
        var joined = [Bool](repeating: false, count: measured.table.rows.count)
        for placed in measured.table.cells {
            for row in placed.rows.dropFirst() { joined[row] = true }
        }
        self.joined = joined
    }

    /// The part for the room and what is left, if any; nil if all of it should begin on a fresh page.
    func parts() -> (head: Table, rest: Table?)? {
        let isFresh = room >= fresh - MeasuredTable.tolerance
        var best = 0
        for keeping in [true, false] {
            best = lastBreak(keeping: keeping)
            let end = nextBreak(after: best, keeping: keeping)
            if fits(best..<end), best > 0 || !isFresh {
                return best > 0 ? cut(.before(best)) : nil
            }
        }
        let end = nextBreak(after: best, keeping: false)
        if let inner = innerCut(best..<end, isForced: isFresh && best == 0) { return cut(inner) }
        return best > 0 ? cut(.before(best)) : nil
    }

    private func cut(_ place: TableCut.Place) -> (head: Table, rest: Table?) {
        self.place(place).parts
    }

    private func place(_ place: TableCut.Place) -> TableCut {
        let repeated = repeats(before: place.row)
        let room = fresh - height(of: repeated)
        return TableCut(measured, at: place, repeats: repeated, fresh: room)
    }

    /// The last row that may begin the next page with all rows before it in the room.
    private func lastBreak(keeping: Bool) -> Int {
        table.rows.indices.last {
            measured.tops[$0] <= room + MeasuredTable.tolerance
                && mayBreak(before: $0, keeping: keeping)
        } ?? 0
    }

    private func nextBreak(after row: Int, keeping: Bool) -> Int {
        table.rows.indices.dropFirst(row + 1).first { mayBreak(before: $0, keeping: keeping) }
            ?? table.rows.count
    }

    /// Whether a page may end before a row, which it may not where rows share a cell or below headers.
    private func mayBreak(before row: Int, keeping: Bool) -> Bool {
        row > 0 && !joined[row] && !isHeader(row - 1)
            && !(keeping && table.rows[row - 1].keepsWithNext)
    }

    /// Whether a fresh page holds some rows, under the headers that repeat.
    private func fits(_ rows: Range<Int>) -> Bool {
        let repeated = rows.lowerBound > 0 ? repeats(before: rows.lowerBound) : []
        return measured.height(of: rows) + height(of: repeated) <= fresh + MeasuredTable.tolerance
    }

    private func height(of rows: [Int]) -> Double {
        rows.reduce(0) { $0 + measured.height(of: $1..<$1 + 1) }
    }

    /// The header rows that stand above a row if a page begins with it.
    private func repeats(before row: Int) -> [Int] {
        guard row >= table.headerCount else { return [] }
        let section = table.sections.first { $0.body.contains(row) }
        let headers = Array(0..<table.headerCount) + (section.map { Array($0.header) } ?? [])
        return height(of: headers) <= fresh / 2 ? headers : []
    }

    /// Whether a row is a header that leaves room for rows below it and so stays with them.
    private func isHeader(_ row: Int) -> Bool {
        if row < table.headerCount { return !repeats(before: table.headerCount).isEmpty }
        let section = table.sections.first { $0.header.contains(row) }
        return section.map { !repeats(before: $0.body.lowerBound).isEmpty } ?? false
    }

    /// Where rows that share a cell, or a single row, are cut if no page holds them.
    private func innerCut(_ rows: Range<Int>, isForced: Bool) -> TableCut.Place? {
        let first = rows.first { !isHeader($0) } ?? rows.lowerBound
        let end = measured.tops[first...].firstIndex { $0 > room + MeasuredTable.tolerance }
        guard let end, end > first else { return nil }
        let row = end - 1
        let slice = room - measured.tops[row]
        let isThin = slice <= MeasuredTable.tolerance
        guard !isThin || row > first else { return nil }
        let place: TableCut.Place =
            row > first && (isThin || ownNeed(of: row) > slice + MeasuredTable.tolerance)
            ? .before(row) : .inside(row, slice)
        let fates = self.place(place).fates
        if fates.allSatisfy({ $0 != .moves }) { return place }
        guard isForced else { return nil }
        let advances = row > first || fates.contains(.splits) || fates.contains(.stays)
        return advances ? place : .through(row, slice)
    }

    /// The height that a row needs for the cells that it does not share.
    private func ownNeed(of row: Int) -> Double {
        let own = table.cells.indices.filter { table.cells[$0].rows == row..<row + 1 }
        return own.reduce(table.rows[row].height.base) { max($0, measured.need(of: $1)) }
    }
}
