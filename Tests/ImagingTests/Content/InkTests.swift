import Imaging
import Testing

struct InkTests {
    @Test func `Print is ink, and its share is what is drawn`() throws {
        // A block of 6x40 in each 40x40: 0.15 but for eight corners, which the median rounds.
        let plane = try LumaPlane(200, 200) { x, y in y % 40 < 6 && x % 40 < 40 ? 60 : 220 }
        #expect(abs(InkMask(plane).share - 0.15) < 0.006)
    }

    @Test func `Dust, shadows and a slow gradient are no ink`() throws {
        let dusty = try LumaPlane(200, 200) { x, y in
            let shade = 230 - x / 3 - y / 4
            return x % 23 == 5 && y % 19 == 7 ? 20 : shade
        }
        #expect(InkMask(dusty).share == 0)
        #expect(BusyTiles.count(dusty) == 0)
    }

    /// In an even field with one darker pixel in the middle of 31x31, mean - luma is the step
    /// times 960/961.
    @Test(arguments: [(14, 0), (15, 1)])
    func `A pixel is ink from fifteen steps below its surroundings`(step: Int, count: Int) throws {
        let plane = try LumaPlane(61, 61) { x, y in x == 30 && y == 30 ? 200 - step : 200 }
        #expect(InkMask(plane).mask.bits.reduce(0) { $0 + Int($1) } == count)
    }

    @Test(arguments: [(30, 0), (31, 1)])
    func `A tile is busy from a contrast of 31`(contrast: Int, count: Int) throws {
        // 192 / 12 = 16: tiles of 16x16, of which one is halved.
        let plane = try LumaPlane(192, 64) { x, y in
            (16..<32).contains(x) && (16..<24).contains(y) ? 100 + contrast : 100
        }
        #expect(BusyTiles.count(plane) == count)
    }
}
