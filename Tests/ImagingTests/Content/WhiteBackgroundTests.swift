import Imaging
import Testing

struct WhiteBackgroundTests {
    /// 100x200: frame 2, strips 12 deep at the top and 6 wide at the sides, corners 30, depth 90.
    private static let corner = 30 * 12
    private static let side = 6 * (90 - 14)
    private static let total = Double(2 * corner + 2 * side)

    @Test(
        arguments: [
            ([225, 225, 225], 1), ([224, 224, 224], 0), ([255, 255, 233], 1), ([255, 255, 232], 0),
            ([67, 142, 219], 0),
        ] as [([UInt8], Double)]
    )
    func `White is bright and without colour`(colour: [UInt8], share: Double) throws {
        #expect(try WhiteBackground.share(picture { _, _ in colour }) == share)
    }

    @Test func `Head and shoulders, and a frame of two pixels, are not looked at`() throws {
        let pixels = try picture { x, y in
            let isFrame = x < 2 || y < 2 || x > 97
            let isHead = (32..<68).contains(x) || y >= 90
            return isFrame || isHead ? [0, 0, 0] : [250, 250, 250]
        }
        #expect(WhiteBackground.share(pixels) == 1)
    }

    @Test func `A dark corner counts by its area`() throws {
        let pixels = try picture { x, y in x < 32 && y < 14 ? [9, 9, 9] : [250, 250, 250] }
        #expect(WhiteBackground.share(pixels) == 1 - Double(Self.corner) / Self.total)
    }

    @Test func `A picture of a few pixels has no strips`() throws {
        let pixels = PixelBuffer(
            width: 8,
            height: 8,
            channels: 1,
            samples: [UInt8](repeating: 255, count: 64)
        )
        #expect(WhiteBackground.share(try #require(pixels)) == nil)
    }

    private func picture(_ colour: (Int, Int) -> [UInt8]) throws -> PixelBuffer {
        let samples = (0..<100 * 200).flatMap { colour($0 % 100, $0 / 100) }
        return try #require(PixelBuffer(width: 100, height: 200, channels: 3, samples: samples))
    }
}
