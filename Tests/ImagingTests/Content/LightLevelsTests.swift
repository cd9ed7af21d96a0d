import Imaging
import Testing

struct LightLevelsTests {
    @Test(arguments: [(1, 9), (10, 9), (11, 50), (98, 50), (99, 200), (100, 200)])
    func `A percentile is the first value that so many samples do not exceed`(
        percent: Int,
        value: Int
    ) throws {
        // 100 samples: ten of 9, 88 of 50, two of 200.
        let plane = try LumaPlane(10, 10) { x, y in
            y == 0 ? 9 : y == 9 && x > 7 ? 200 : 50
        }
        #expect(LightLevels(plane).percentile(percent) == value)
    }
}
