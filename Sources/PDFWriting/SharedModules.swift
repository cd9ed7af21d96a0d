import PageLayout

/// What the codes of many pages have in common, drawn once as a form (ISO 32000-1, 8.10).
///
/// The codes of a dossier differ in some of their words: under the same mask all else is the same. Only
/// spots around which all is the same are taken out, since a fine light line shows where two drawings meet.
final class SharedModules {
    /// Codes of which much may be the same.
    private struct Family: Hashable {
        let side: Int
        /// The row that tells the mask (ISO/IEC 18004:2015, 7.9.1), as far as the finder pattern reaches.
        let mask: [Bool]

        init(_ grid: ModuleGrid) {
            side = grid.side
            mask = (0..<9).map { grid[8, $0] }
        }
    }

    private struct Shared {
        /// One of the codes.
        let sample: ModuleGrid
        let spots: [ModuleGrid.Spot]
        let name: String
        /// The form, once it is written.
        var number: Int?
    }

    private let file: GrowingFile
    private var shared: [Family: Shared] = [:]
    /// Those that the page shows that is drawn.
    private var shown: [(name: String, number: Int)] = []

    /// A form takes as much room as so many blocks, and a page that shows it as much as some more.
    private static let blocksOfForm = 50
    private static let blocksOfShowing = 7
    /// Who looks for codes takes 21 blocks and more for one, and these are a part only.
    private static let mostBlocks = 19

    /// Prepares for the codes that pages will show.
    init(in file: GrowingFile, _ codes: [CodeModules]) {
        self.file = file
        var families: [Family: [ModuleGrid]] = [:]
        var order: [Family] = []
        for code in codes {
            let grid = ModuleGrid(code)
            let family = Family(grid)
            if families[family] == nil { order.append(family) }
            families[family, default: []].append(grid)
        }
        for family in order {
            let grids = families[family] ?? []
            guard let sample = grids.first else { continue }
            let spots = Self.commonSpots(grids)
            let blocks = spots.reduce(0) { $0 + Self.blocks(of: $1, family.side).count }
            let cost = Self.blocksOfForm + Self.blocksOfShowing * grids.count
            guard blocks * (grids.count - 1) > cost else { continue }
            shared[family] = Shared(
                sample: sample,
                spots: spots,
                name: "C\(shared.count)"
            )
        }
    }

    /// What is to be drawn of a code, and the form that shows all else of it.
    func parts(of code: CodeModules) -> (blocks: [CodeModules.Block], form: String?) {
        var rest = ModuleGrid(code)
        let family = Family(rest)
        guard var shared = shared[family],
            shared.spots.allSatisfy({ rest.agrees(with: shared.sample, around: $0) })
        else { return (code.orderedBlocks, nil) }
        if shared.number == nil {
            shared.number = write(shared.spots, family.side)
            self.shared[family] = shared
        }
        if let number = shared.number, !shown.contains(where: { $0.number == number }) {
            shown.append((shared.name, number))
        }
        for place in shared.spots.joined() { rest[place.row, place.column] = false }
        return (rest.modules.orderedBlocks, shared.name)
    }

    /// Ends a page: tells the forms that it shows.
    func endPage() -> [(name: String, number: Int)] {
        defer { shown = [] }
        return shown
    }

    /// The spots that all codes have, but for those in two corners: what is left has the extent of the whole.
    private static func commonSpots(_ grids: [ModuleGrid]) -> [ModuleGrid.Spot] {
        guard let first = grids.first, grids.count > 1 else { return [] }
        let corners = [(0, first.side - 1), (first.side - 1, 0)]
        return first.spots.filter { spot in
            blocks(of: spot, first.side).count <= mostBlocks
                && !spot.contains { place in corners.contains { $0 == place } }
                && grids.allSatisfy { $0.agrees(with: first, around: spot) }
        }
    }

    /// The blocks of spots, some spots together.
    ///
    /// Viewers move the sides of a rectangle that is filled alone to their dots, so that none is.
    private static func fills(
        of spots: [ModuleGrid.Spot],
        _ side: Int
    ) -> [[CodeModules.Block]] {
        var fills: [[CodeModules.Block]] = []
        for spot in spots {
            let blocks = blocks(of: spot, side)
            if let last = fills.last, last.count + blocks.count <= mostBlocks {
                fills[fills.count - 1] += blocks
            } else {
                fills.append(blocks)
            }
        }
        if fills.count > 1, fills[fills.count - 1].count == 1 {
            let alone = fills.removeLast()
            fills[fills.count - 1] += alone
        }
        return fills
    }

    private static func blocks(of spot: ModuleGrid.Spot, _ side: Int) -> [CodeModules.Block] {
        var grid = ModuleGrid(side: side)
        for place in spot { grid[place.row, place.column] = true }
        return grid.modules.blocks
    }

    private func write(_ spots: [ModuleGrid.Spot], _ side: Int) -> Int {
        var content = ContentStream(pageHeight: 0)
        for fill in Self.fills(of: spots, side) { content.fill(fill) }
        var entries = ObjectText("/Subtype/Form/BBox[0 0")
        entries.add(side)
        entries.add(side)
        entries.add("]/Resources<<>>")
        return file.add(stream: content.bytes, entries)
    }
}
