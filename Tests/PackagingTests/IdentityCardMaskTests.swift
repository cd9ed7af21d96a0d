import CandidateFixtures
import Imaging
import Registration
import Sealing
import TemplateCatalog
import Testing

@testable import Packaging

/// Cards drawn as flat blocks: light stock, and dark blocks where the fields of either side stand.
@Suite struct IdentityCardMaskTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private static let stock: UInt8 = 225

    /// A card of 100 by 63 blocks with ink in some of them, on a ground as broad as asked for.
    private func regions(
        ground: UInt8 = IdentityCardMaskTests.stock,
        margin: Int = 0,
        columns: Int = 100,
        rows: Int = 63,
        ink: [(x: Int, y: Int)] = []
    ) throws -> [PixelRegion]? {
        var blocks = [[[UInt8]]](
            repeating: Array(repeating: [Self.stock], count: columns),
            count: rows
        )
        for y in 0..<rows {
            for x in 0..<columns
            where min(x, y, columns - 1 - x, rows - 1 - y) < margin {
                blocks[y][x] = [ground]
            }
        }
        for place in ink { blocks[place.y][place.x] = [20] }
        let file = FlatJPEG(blocks).bytes
        let path = try home.write(file, to: "\(margin)-\(ground)-\(columns)-\(ink.count).jpg")
        let facts = PictureInspector().facts(of: file.span, hash: .of(file))
        let layout = try Repository.catalog().identityCardLayout()
        return IdentityCardMask(layout: layout, faces: nil)
            .regions(of: MaskPlan.Source(location: path, facts: facts))
    }

    private static let fields = (20..<60).map { (x: $0, y: 20) } + (40..<80).map { (x: $0, y: 55) }

    @Test func `a card that fills the picture is hidden but for its rim`() throws {
        let regions = try regions(ink: Self.fields)
        let region = try #require(regions?.first)
        #expect(regions?.count == 1)
        // 4 % of 800 pixels and 6 % of 504, on each side, rounded outwards.
        #expect(region.x == 32 && region.y == 30)
        #expect([768, 769].contains(region.x + region.width))
        #expect(region.y + region.height == 474)
    }

    @Test(arguments: [(20, 1), (20, 2), (20, 20), (110, 2), (190, 1), (255, 2)] as [(UInt8, Int)])
    func `a card on a ground has no known region`(ground: UInt8, margin: Int) throws {
        let regions = try regions(ground: ground, margin: margin, ink: Self.fields)
        #expect(regions == nil)
    }

    @Test(arguments: [(100, 68), (100, 58), (63, 100), (100, 100)])
    func `other proportions are no card`(columns: Int, rows: Int) throws {
        let regions = try regions(columns: columns, rows: rows)
        #expect(regions == nil)
    }

    @Test func `print at the rim shows that it is no card, or another`() throws {
        let rim = Self.fields + (10..<40).map { (x: $0, y: 1) }
        let regions = try regions(ink: rim)
        #expect(regions == nil)
    }
}
