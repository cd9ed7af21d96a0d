import Registration
import Testing

@testable import Imaging

@Suite struct PixelBufferTests {
    private func gray(_ rows: [String]) throws -> PixelBuffer {
        try #require(
            PixelBuffer(
                width: rows[0].count,
                height: rows.count,
                channels: 1,
                samples: rows.flatMap { Array($0.utf8) }
            )
        )
    }

    // EXIF 2.32, 4.6.4 A, tag 274: where the 0th row and the 0th column of what is seen are stored.
    @Test(
        arguments: [
            (nil, ["AB", "CD", "EF"]), (0, ["AB", "CD", "EF"]), (1, ["AB", "CD", "EF"]),
            (2, ["BA", "DC", "FE"]), (3, ["FE", "DC", "BA"]), (4, ["EF", "CD", "AB"]),
            (5, ["ACE", "BDF"]), (6, ["ECA", "FDB"]), (7, ["FDB", "ECA"]), (8, ["BDF", "ACE"]),
        ] as [(Int?, [String])]
    )
    func `a turn shows what EXIF means`(orientation: Int?, upright: [String]) throws {
        let turn = PictureTurn(orientation: orientation)
        let turned = try gray(["AB", "CD", "EF"]).turned(by: turn)
        #expect(try turned == gray(upright))
        #expect(turn.applied(to: PixelSize(width: 2, height: 3)) == turned.size)
    }

    @Test func `all channels of a pixel go along`() throws {
        let pixels = try #require(
            PixelBuffer(width: 2, height: 1, channels: 3, samples: [1, 2, 3, 4, 5, 6])
        )
        let turned = pixels.turned(by: PictureTurn(orientation: 3))
        #expect(turned.samples == [4, 5, 6, 1, 2, 3])
    }

    // Pillow 13.0: the same 16x16 picture, resize((5, 7), Image.Resampling.LANCZOS).
    @Test func `resampling gives what Pillow's Lanczos gives`() throws {
        let samples = (0..<256).map { place in
            let (x, y) = (place % 16, place / 16)
            return UInt8((x * 37 + y * 91 + x * y * 13) % 256)
        }
        let pixels = try #require(
            PixelBuffer(width: 16, height: 16, channels: 1, samples: samples)
        )
        let expected: [UInt8] = [
            112, 146, 113, 135, 115, 139, 139, 130, 130, 137, 115, 153, 144, 131, 179,
            155, 142, 145, 153, 133, 127, 103, 113, 115, 83, 115, 105, 120, 124, 129,
            123, 128, 167, 93, 115,
        ]
        let result = pixels.resampled(to: PixelSize(width: 5, height: 7))
        #expect(result.samples.count == expected.count)
        for (ours, theirs) in zip(result.samples, expected) {
            #expect(abs(Int(ours) - Int(theirs)) <= 1)
        }
    }

    @Test(arguments: [(7, 5), (100, 99), (64, 8), (3, 3), (5, 12), (1, 1), (1, 4)])
    func `flat paper stays flat at any size`(from: Int, to: Int) throws {
        let pixels = try #require(
            PixelBuffer(
                width: from,
                height: from,
                channels: 3,
                samples: Array(repeating: 251, count: from * from * 3)
            )
        )
        let result = pixels.resampled(to: PixelSize(width: to, height: to))
        #expect(result.samples == Array(repeating: 251, count: to * to * 3))
    }

    @Test func `what a crop takes from beyond the picture is white`() throws {
        let box = PixelBox(x: -1, y: 1, size: PixelSize(width: 2, height: 2))
        let cropped = try gray(["AB", "CD"]).cropped(to: box)
        #expect(cropped.samples == [255, UInt8(ascii: "C"), 255, 255])
    }
}
