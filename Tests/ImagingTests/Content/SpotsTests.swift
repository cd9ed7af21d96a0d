import Imaging
import Registration
import Testing

struct SpotsTests {
    @Test func `The share of the largest compact spot is its area`() throws {
        let plane = try LumaPlane(100, 100) { x, y in
            (20..<40).contains(x) && (30..<40).contains(y) ? 255 : y == 90 ? 255 : 180
        }
        // The line of 100 pixels at the bottom fills its box too, but is smaller.
        #expect(Glare.share(plane, LightLevels(plane)) == 0.02)
    }

    @Test(arguments: [(200, 250, 0.01 as Double?), (200, 249, 0), (255, 255, nil)])
    func `A spot must outshine the paper, which must not be white`(
        paper: Int,
        spot: Int,
        share: Double?
    ) throws {
        let plane = try LumaPlane(100, 100) { x, y in x < 10 && y < 10 ? spot : paper }
        #expect(Glare.share(plane, LightLevels(plane)) == share)
    }

    @Test func `A frame around the picture is no compact spot`() throws {
        let plane = try LumaPlane(100, 100) { x, y in
            x == 0 || y == 0 || x == 99 || y == 99 ? 255 : 150
        }
        #expect(Glare.share(plane, LightLevels(plane)) == 0)
    }

    @Test(
        arguments: [
            (20..<80, 20..<80, []), (0..<80, 20..<80, .left), (20..<100, 20..<80, .right),
            (20..<80, 0..<80, .top), (20..<80, 0..<100, [.top, .bottom]),
        ] as [(Range<Int>, Range<Int>, PictureSides)]
    )
    func `A sheet is cut off where it touches a side`(
        columns: Range<Int>,
        rows: Range<Int>,
        sides: PictureSides
    ) throws {
        let plane = try LumaPlane(100, 100) { x, y in
            let isPrint = x % 10 < 3 && y % 6 < 2
            return columns.contains(x) && rows.contains(y) ? (isPrint ? 180 : 230) : 40
        }
        #expect(CutOff.sides(plane) == sides)
    }

    @Test func `Flat blocks are counted`() throws {
        // 16x16 blocks: the left half flat but for one step of one, the right half not.
        let plane = try LumaPlane(128, 128) { x, y in x < 64 ? 90 + y % 2 : 90 + y % 3 }
        #expect(FlatBlocks.share(plane) == 0.5)
    }
}
