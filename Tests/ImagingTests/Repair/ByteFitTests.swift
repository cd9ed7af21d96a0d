import Registration
import Testing

@testable import Imaging

@Suite struct ByteFitTests {
    /// Noise over a gradient, which no JPEG packs well.
    static func noise(width: Int, height: Int) throws -> PixelBuffer {
        var state: UInt64 = 7
        let samples = (0..<width * height * 3).map { place -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56) / 4 &+ UInt8(place / 3 % width % 190)
        }
        return try #require(
            PixelBuffer(width: width, height: height, channels: 3, samples: samples)
        )
    }

    @Test(arguments: [400_000, 200_000, 100_000, 60_000])
    func `what fits is under the limit and uses most of it`(limit: Int) throws {
        let floor = LegibilityFloor(longSide: 200, quality: 30)
        let pixels = try Self.noise(width: 800, height: 600)
        let fitted = try ByteFit(limit: limit, floor: floor).fit(pixels)
        #expect(fitted.bytes.count <= limit)
        #expect(fitted.bytes.count >= limit * 85 / 100)
        let facts = try facts(of: fitted.bytes)
        #expect(facts.damage == nil)
        #expect((facts.width, facts.height) == (fitted.size.width, fitted.size.height))
        // The inspector knows qualities by the tables in the file.
        #expect(facts.metadata.quality == JPEGQuality(value: fitted.quality, isExact: true))
    }

    @Test func `the size gives way before the quality does`() throws {
        // Larger than pages are viewed, so that nothing but the bytes decides.
        let pixels = try Self.noise(width: 2600, height: 200)
        let limit = try JPEGEncoder.encode(pixels, quality: 68).count * 95 / 100
        let fitted = try ByteFit(limit: limit, floor: LegibilityFloor()).fit(pixels)
        #expect(fitted.quality >= ByteFit.worstGood)
        #expect(fitted.size == PixelSize(width: 2275, height: 175))
    }

    @Test func `a larger size with a lower quality is taken where it shows more`() throws {
        let pixels = try Self.noise(width: 800, height: 600)
        let floor = LegibilityFloor(longSide: 300, quality: 40)
        let fitted = try ByteFit(limit: 60_000, floor: floor).fit(pixels)
        #expect(fitted.bytes.count <= 60_000)
        #expect((10..<ByteFit.worstGood).contains(fitted.quality))
    }

    @Test func `at the smallest size the quality gives way, down to the floor`() throws {
        let pixels = try Self.noise(width: 800, height: 600)
        let floor = LegibilityFloor(longSide: 800, quality: 40)
        let limit = try JPEGEncoder.encode(pixels, quality: 55).count
        let fitted = try ByteFit(limit: limit, floor: floor).fit(pixels)
        #expect(fitted.size == pixels.size)
        #expect(fitted.quality == 55)
        let least = try ByteFit(limit: 20_000, floor: floor).fit(pixels)
        #expect(least.bytes.count > 20_000)
        #expect(least.quality == 40)
        #expect(least.size == pixels.size)
    }

    @Test func `a picture that is smaller than the floor keeps its size`() throws {
        let pixels = try Self.noise(width: 300, height: 200)
        let fitted = try ByteFit(limit: 15_000, floor: LegibilityFloor()).fit(pixels)
        #expect(fitted.size == pixels.size)
    }

    @Test func `the same pixels give the same bytes`() throws {
        let pixels = try Self.noise(width: 320, height: 240)
        let fit = ByteFit(limit: 40_000, floor: LegibilityFloor(longSide: 100, quality: 40))
        #expect(try fit.fit(pixels).bytes == fit.fit(pixels).bytes)
    }
}
