import Imaging
import Testing

struct TIFFDecoderTests {
    private static let grays: [UInt8] = [1, 2, 3, 4, 5, 6]

    @Test(arguments: [false, true])
    func `Both byte orders are read`(isBigEndian: Bool) throws {
        let tiff = TinyTIFFPicture(isBigEndian: isBigEndian, pixels: Array(1...18))
        let picture = try decodeForeign(tiff.bytes)
        #expect(!picture.hasMore)
        #expect(picture.pixels.samples == Array(1...18))
    }

    @Test(
        arguments: [
            // TIFF 6.0, Orientation: which sides of the picture row 0 and column 0 are.
            (1, 3, [1, 2, 3, 4, 5, 6]), (2, 3, [3, 2, 1, 6, 5, 4]), (3, 3, [6, 5, 4, 3, 2, 1]),
            (4, 3, [4, 5, 6, 1, 2, 3]), (5, 2, [1, 4, 2, 5, 3, 6]), (6, 2, [4, 1, 5, 2, 6, 3]),
            (7, 2, [6, 3, 5, 2, 4, 1]), (8, 2, [3, 6, 2, 5, 1, 4]), (9, 3, [1, 2, 3, 4, 5, 6]),
        ] as [(Int, Int, [UInt8])]
    )
    func `The orientation is applied`(orientation: Int, width: Int, expected: [UInt8]) throws {
        let tiff = TinyTIFFPicture(
            photometric: 1,
            samples: 1,
            orientation: orientation,
            pixels: Self.grays
        )
        let pixels = try decodeForeign(tiff.bytes).pixels
        #expect(pixels.channels == 1)
        #expect(pixels.width == width)
        #expect(pixels.samples == expected)
    }

    @Test(
        arguments: [
            // 2 is alpha beside the colours, 1 alpha in them, 0 nothing stated.
            (2, [255, 127, 127]), (1, [255, 127, 127]), (0, [255, 0, 0]),
        ] as [(Int, [UInt8])]
    )
    func `Alpha shows white paper`(extra: Int, expected: [UInt8]) throws {
        let pixel: [UInt8] = extra == 1 ? [128, 0, 0, 128] : [255, 0, 0, 128]
        let tiff = TinyTIFFPicture(
            width: 1,
            height: 1,
            samples: 4,
            extra: extra,
            pixels: pixel
        )
        #expect(try decodeForeign(tiff.bytes).pixels.samples == expected)
    }

    @Test func `A second page is told of`() throws {
        let tiff = TinyTIFFPicture(hasSecondPage: true, pixels: Array(1...18))
        let picture = try decodeForeign(tiff.bytes)
        #expect(picture.hasMore)
        #expect(picture.pixels.samples == Array(1...18))
    }

    @Test(arguments: [6, 34712, 34925, 50000, 0])
    func `Rare compressions never reach the decoder`(compression: Int) {
        let tiff = TinyTIFFPicture(compression: compression, pixels: Array(1...18))
        #expect(throws: (any Error).self) { try decodeForeign(tiff.bytes) }
    }
}
