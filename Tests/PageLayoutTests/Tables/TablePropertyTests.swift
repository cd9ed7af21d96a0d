import PageLayout
import Testing

struct TablePropertyTests {
    /// Makes tables by chance and lays each out on pages by chance.
    private static func forEach(
        seed: UInt64,
        count: Int = 2000,
        _ body: (_ made: RandomTable, _ whole: TableLayout, _ pages: [TableLayout], _ next: Double)
            throws -> Void
    ) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<count {
            let made = RandomTable(using: &random)
            let width = Double.random(in: 101...180, using: &random)
            let next = Double.random(in: 60...150, using: &random)
            let first = Double.random(in: 0...next, using: &random)
            let table = try made.table()
            let whole = try table.layout(at: Point(3, 4), width: width)
            let pages = try table.pages(width: width, firstHeight: first, nextHeight: next)
            #expect((pages.first?.box.height ?? 0) <= first + 1e-6)
            #expect(pages.dropFirst().allSatisfy { $0.box.height <= next + 1e-6 })
            try body(made, whole, pages, next)
        }
    }

    @Test func `Cells tile the box of their table, on one page and on many`() throws {
        try Self.forEach(seed: 1) { _, whole, pages, _ in
            for layout in [whole] + pages {
                #expect(layout.cells.allSatisfy { layout.box.contains($0.box) })
                #expect(
                    layout.cells.allSatisfy { $0.box.contains($0.content) || $0.box.height < 2.1 }
                )
                let area = layout.cells.reduce(0) { $0 + $1.box.area }
                #expect(abs(area - layout.box.area) < 1e-6)
                let boxes = layout.cells.map(\.box)
                let overlapping = boxes.indices.contains { one in
                    boxes[..<one].contains { $0.overlaps(boxes[one]) }
                }
                #expect(!overlapping)
            }
        }
    }

    @Test func `Each content is drawn once and in order, or told to be left out`() throws {
        try Self.forEach(seed: 2) { made, whole, pages, _ in
            let expected = made.texts.flatMap(\.self)
            for layouts in [[whole], pages] {
                var found: [String: [String]] = [:]
                for layout in layouts {
                    let left = layout.overflows.flatMap { $0.rest.marks(in: Box(0, 0, 9, 9)).texts }
                    for text in layout.texts + left {
                        found[text.owner, default: []].append(text)
                    }
                }
                let headers = Set(made.headerTexts)
                for texts in made.texts where !texts.isEmpty {
                    let owner = texts[0].owner
                    let found = found[owner] ?? []
                    let isRight =
                        headers.contains(owner) ? Set(found) == Set(texts) : found == texts
                    if !isRight { Issue.record("\(owner): \(found) for \(texts)") }
                }
                #expect(Set(found.values.flatMap(\.self)) == Set(expected))
            }
            if whole.overflows.isEmpty { #expect(whole.texts == expected) }
        }
    }

    @Test func `Cells are told row by row`() throws {
        try Self.forEach(seed: 3, count: 500) { _, whole, pages, _ in
            for layout in [whole] + pages {
                let ordered = zip(layout.cells, layout.cells.dropFirst()).allSatisfy { one, other in
                    let isBelow = one.box.y < other.box.y - 1e-6
                    return isBelow || abs(one.box.y - other.box.y) < 1e-6 && one.box.x < other.box.x
                }
                #expect(ordered || layout.cells.contains { $0.box.height < 1e-6 })
            }
        }
    }

    @Test func `Rows that belong together are parted only if no page holds them`() throws {
        try Self.forEach(seed: 4) { made, whole, pages, next in
            let headers = made.highestHeaders(in: whole)
            for page in pages.dropFirst() {
                guard let first = page.cells.first(where: { !$0.isRepeated }) else { continue }
                let isContinued = page.cells.contains(where: \.isContinued)
                let row = page.cells.filter { !$0.isRepeated && !$0.isContinued }
                    .map(\.index.row).min()
                if isContinued {
                    let joined = whole.block(around: first.index.row, kept: made.kept)
                    #expect(joined > next - headers - 1e-6)
                } else if let row, made.kept.contains(row - 1) {
                    #expect(whole.block(around: row, kept: made.kept) > next - headers - 1e-6)
                }
            }
        }
    }

    @Test func `The same table is laid out in the same way`() throws {
        var one: [[Mark]] = []
        var other: [[Mark]] = []
        try Self.forEach(seed: 5, count: 300) { _, whole, pages, _ in
            one += [whole.marks] + pages.map(\.marks)
        }
        try Self.forEach(seed: 5, count: 300) { _, whole, pages, _ in
            other += [whole.marks] + pages.map(\.marks)
        }
        #expect(one == other)
    }
}

extension String {
    /// The cell that draws this.
    fileprivate var owner: String { String(prefix { $0 != ":" && $0 != "." }) }
}

extension Box {
    fileprivate var area: Double { width * height }

    fileprivate func contains(_ other: Self) -> Bool {
        other.x >= x - 1e-6 && other.right <= right + 1e-6 && other.y >= y - 1e-6
            && other.bottom <= bottom + 1e-6
    }

    fileprivate func overlaps(_ other: Self) -> Bool {
        min(right, other.right) - max(x, other.x) > 1e-6
            && min(bottom, other.bottom) - max(y, other.y) > 1e-6
    }
}

extension RandomTable {
    /// The names that header rows draw.
    fileprivate var headerTexts: [String] {
        let rows = header + groups.flatMap(\.header)
        let box = Box(0, 0, 100, 100)
        return rows.flatMap(\.cells).flatMap { $0.content.marks(in: box).texts.map(\.owner) }
    }

    /// The height that headers may take on a page: the table's and the highest of a group.
    fileprivate func highestHeaders(in whole: TableLayout) -> Double {
        var row = header.count
        var heights: [Double] = []
        for group in groups {
            heights.append(group.header.isEmpty ? 0 : whole.height(of: row))
            row += group.header.count + group.rows.count
        }
        return (header.isEmpty ? 0 : whole.height(of: 0)) + (heights.max() ?? 0)
    }
}

extension TableLayout {
    /// The height of a row in which a cell ends that begins there.
    fileprivate func height(of row: Int) -> Double {
        cells.filter { $0.index.row == row }.map(\.box.height).min() ?? 0
    }

    /// The height of the rows that are joined to a row by cells, or kept with one another.
    fileprivate func block(around row: Int, kept: Set<Int>) -> Double {
        guard let seed = cells.first(where: { $0.index.row == row })?.box else { return 0 }
        var top = seed.y
        var bottom = seed.bottom
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for cell in cells {
                let overlaps = cell.box.y < bottom - 1e-9 && cell.box.bottom > top + 1e-9
                let above = abs(cell.box.bottom - top) < 1e-9 && keeps(with: cell, kept: kept)
                let below = abs(cell.box.y - bottom) < 1e-9 && kept.contains(cell.index.row - 1)
                guard overlaps || above || below else { continue }
                isGrowing = isGrowing || cell.box.y < top || cell.box.bottom > bottom
                top = min(top, cell.box.y)
                bottom = max(bottom, cell.box.bottom)
            }
        }
        return bottom - top
    }

    /// Whether a row begins below a cell that is kept with the one above it.
    private func keeps(with cell: LaidCell, kept: Set<Int>) -> Bool {
        cells.contains { abs($0.box.y - cell.box.bottom) < 1e-9 && kept.contains($0.index.row - 1) }
    }
}
