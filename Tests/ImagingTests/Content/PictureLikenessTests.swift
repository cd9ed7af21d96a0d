import Imaging
import Registration
import Testing

struct PictureLikenessTests {
    /// Computed with numpy from exact means, the cosine transform in floating point; no frequency
    /// is nearer to the median than 0.14.
    @Test func `The hash is the one that numpy computes`() throws {
        let likeness = try #require(PictureLikeness(bent()))
        #expect(
            likeness.hash == [
                0x16EA_AC54_AD54_AD41, 0xA840_13FF_06EF_17EB, 0x7845_02AF_BEAF_A950,
                0xFD11_E941_56AF_EC01,
            ]
        )
    }

    @Test func `A change of brightness and contrast is no difference`() throws {
        let plane = try LumaPlane(300, 200) { x, y in 60 + (x / 9 * 31 + y / 7 * 17) % 100 }
        let dimmed = try LumaPlane(300, 200) { x, y in
            20 + (60 + (x / 9 * 31 + y / 7 * 17) % 100) / 2
        }
        let likeness = try #require(PictureLikeness(plane))
        let other = try #require(PictureLikeness(dimmed))
        #expect(likeness.distance(to: other) <= 24)
        #expect(likeness.difference(from: other) < 2)
    }

    @Test func `Another name on the same form is a difference`() throws {
        func form(_ name: Int) throws -> LumaPlane {
            try LumaPlane(512, 512) { x, y in
                let isName = (200..<264).contains(x) && (240..<252).contains(y)
                let isInk = (x / 3 * (isName ? name : 5) + y / 4) % 7 < 3
                return (y / 16 % 2 == 1 || isName) && isInk ? 60 : 230
            }
        }
        let likeness = try #require(PictureLikeness(form(3)))
        let other = try #require(PictureLikeness(form(11)))
        #expect(likeness.distance(to: other) <= 24)
        #expect(likeness.difference(from: other) > 6)
        #expect(likeness.difference(from: likeness) == 0)
    }

    @Test func `Sizes that are none are refused`() {
        #expect(PictureLikeness(hash: [1, 2, 3], thumbnail: []) == nil)
        #expect(PictureLikeness(hash: [1, 2, 3, 4], thumbnail: [0]) == nil)
    }

    private func bent() throws -> LumaPlane {
        try LumaPlane(200, 150) { x, y in abs((x * 3 + y * y / 40) % 120 - 60) * 4 }
    }
}
