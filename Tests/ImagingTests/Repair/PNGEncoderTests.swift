import Registration
import Testing

@testable import Imaging

/// What we write is read back by libpng, and judged by the inspector, which knows nothing of the
/// writer.
@Suite struct PNGEncoderTests {
    struct Kind: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var channels: Int
        var bitDepth: Int
        var colourType: Int
        /// The sample at a place, from its number and the channel.
        var sample: @Sendable (Int, Int) -> UInt8
    }

    static let kinds = [
        Kind(testDescription: "black and white", channels: 1, bitDepth: 1, colourType: 3) {
            place,
            _ in place % 3 == 0 ? 0 : 255
        },
        Kind(testDescription: "3 colours", channels: 3, bitDepth: 2, colourType: 3) {
            place,
            channel in [10, 200, 255][(place + channel) % 3]
        },
        Kind(testDescription: "16 grays", channels: 1, bitDepth: 4, colourType: 3) { place, _ in
            UInt8(place % 16 * 17)
        },
        Kind(testDescription: "17 grays", channels: 1, bitDepth: 8, colourType: 0) { place, _ in
            UInt8(place % 17 * 15)
        },
        Kind(testDescription: "200 colours", channels: 3, bitDepth: 8, colourType: 3) {
            place,
            channel in channel == 0 ? UInt8(place % 200) : 7
        },
        Kind(testDescription: "many colours", channels: 3, bitDepth: 8, colourType: 2) {
            place,
            channel in UInt8(truncatingIfNeeded: (place &* 2_654_435_761) >> (8 * channel))
        },
        Kind(testDescription: "one colour", channels: 3, bitDepth: 1, colourType: 3) { _, _ in 99 },
    ]

    @Test(arguments: kinds, [(1, 1), (7, 3), (8, 8), (33, 41)])
    func `libpng reads back the pixels`(kind: Kind, size: (Int, Int)) throws {
        let (width, height) = size
        let samples = (0..<width * height).flatMap { place in
            (0..<kind.channels).map { kind.sample(place, $0) }
        }
        let pixels = try #require(
            PixelBuffer(width: width, height: height, channels: kind.channels, samples: samples)
        )
        let file = try PNGEncoder.encode(pixels)
        let read = try PNGDecoder.flatten(file.span)
        #expect(read.size == pixels.size)
        let isSpread = read.channels == 3 && kind.channels == 1
        #expect(read.samples == (isSpread ? samples.flatMap { [$0, $0, $0] } : samples))
        let hash = try #require(ContentHash(bytes: Array(repeating: 0, count: 32)))
        let (facts, inspected) = PictureInspector().read(file.span, hash: hash)
        #expect(facts.damage == nil)
        if width * height > 1000 {
            let layout = try #require(inspected)
            #expect(layout.bitDepth == kind.bitDepth)
            #expect(layout.colourType == kind.colourType)
            #expect(layout.isPlain)
        }
    }
}
