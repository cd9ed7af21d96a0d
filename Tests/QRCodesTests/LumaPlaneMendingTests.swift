import Testing

@testable import QRCodes

@Suite struct LumaPlaneMendingTests {
    func plane(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> Int) throws -> LumaPlane {
        let bytes = (0..<width * height).map { UInt8(clamping: pixel($0 % width, $0 / width)) }
        return try LumaPlane(width: width, height: height, bytes: bytes)
    }

    @Test func `An even plane stays as it is`() throws {
        let even = try plane(9, 7) { _, _ in 130 }
        #expect(even.doubled()?.bytes == [UInt8](repeating: 130, count: 18 * 14))
        #expect(even.sharpened() == even)
    }

    @Test func `Doubling keeps a slope and the orientation`() throws {
        let slope = try plane(12, 8) { x, y in 8 * x + 4 * y + 20 }
        let large = try #require(slope.doubled())
        #expect((large.width, large.height) == (24, 16))
        for y in 4..<12 {
            for x in 4..<20 {
                // Pixel centres: (x + 0.5) / 2 - 0.5 of the small plane.
                let exact = 8 * (Double(x) / 2 - 0.25) + 4 * (Double(y) / 2 - 0.25) + 20
                #expect(abs(Double(large.bytes[y * 24 + x]) - exact) <= 1)
            }
        }
    }

    @Test func `Sharpening raises the step at an edge`() throws {
        let step = try plane(20, 20) { x, _ in x < 10 ? 100 : 150 }
        let sharp = step.sharpened()
        #expect(sharp.bytes[10 * 20 + 9] < 90)
        #expect(sharp.bytes[10 * 20 + 10] > 160)
    }

    @Test func `Otsu's threshold parts two heaps`() throws {
        let two = try plane(20, 20) { x, y in (x < 6 ? 40 : 170) + (x + y) % 5 }
        #expect(44..<170 ~= two.otsuThreshold())
        #expect(Set(two.thresholded().bytes) == [0, 255])
    }
}
