import Imaging
import Registration
import Testing

struct ForeignDecoderTests {
    @Test func `All six formats can be decoded in this build`() {
        #expect(ForeignDecoder.formats == [.heic, .avif, .webp, .gif, .bmp, .tiff])
    }

    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: ForeignSamples.all
    )
    func `Pixels are those that Pillow gives`(expected: ForeignSamples) throws {
        let bytes = try Corpus("wrong-ext").bytes(of: expected.file)
        #expect(PictureFormat(sniffing: bytes.span) == expected.format)
        let picture = try decodeForeign(bytes)
        let pixels = picture.pixels
        try #require(pixels.width == expected.width && pixels.height == expected.height)
        try #require(pixels.channels == expected.channels)
        #expect(picture.hasMore == expected.hasMore)
        if let crc = expected.crc { #expect(TinyPNG.crc(pixels.samples) == crc) }
        for (index, sample) in expected.samples.enumerated() {
            let position = (2 * (index / pixels.channels) + 1) * pixels.width * pixels.height / 12
            let found = pixels.samples[position * pixels.channels + index % pixels.channels]
            #expect(abs(Int(found) - Int(sample)) <= (expected.crc == nil ? 2 : 0))
        }
    }

    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: ForeignSamples.all
    )
    func `A size is known of what is not taken`(expected: ForeignSamples) throws {
        let facts = try facts(of: Corpus("wrong-ext").bytes(of: expected.file))
        #expect(facts.damage == .unsupported(expected.format.title))
        #expect(facts.width == expected.claimed.width)
        #expect(facts.height == expected.claimed.height)
    }

    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: ForeignSamples.all
    )
    func `What is over the limits is refused`(expected: ForeignSamples) throws {
        let bytes = try Corpus("wrong-ext").bytes(of: expected.file)
        let side = max(expected.claimed.width, expected.claimed.height)
        let pixels = expected.claimed.width * expected.claimed.height
        #expect(throws: Never.self) {
            try decodeForeign(bytes, limits: DecodeLimits(pixels: pixels, side: side))
        }
        for limits in [DecodeLimits(side: side - 1), DecodeLimits(pixels: pixels - 1)] {
            let error = #expect(throws: ImagingError.self) {
                try decodeForeign(bytes, limits: limits)
            }
            #expect(error?.code == .overLimit)
        }
    }

    @Test(arguments: [PictureFormat.jpeg, .png, .jpegXL, .jpeg2000, .pdf, .svg, .zip, .unknown])
    func `Other formats are errors`(format: PictureFormat) {
        let error = #expect(throws: ImagingError.self) {
            try ForeignDecoder.flatten([0xFF, 0xD8, 0xFF].span, format: format)
        }
        #expect(error?.code == .notDecoded)
    }

    @Test(arguments: [TinyFiles.turnedHEIC, TinyFiles.turnedAVIF])
    func `Turns and mirrorings of the file are applied`(bytes: [UInt8]) throws {
        let pixels = try decodeForeign(bytes).pixels
        try #require(pixels.width == 16 && pixels.height == 32)
        // Red and blue above, green and gray below: the corners as Pillow and heif-convert show them.
        let expected: [[Int]] = [[255, 0, 0], [0, 0, 255], [0, 255, 0], [128, 128, 128]]
        for (index, colour) in expected.enumerated() {
            let start = ((index / 2 * 2 + 1) * 8 * 16 + (index % 2 * 2 + 1) * 4) * 3
            for channel in 0..<3 {
                #expect(abs(Int(pixels.samples[start + channel]) - colour[channel]) <= 2)
            }
        }
    }

    @Test func `A WebP shows its pixels on white`() throws {
        let picture = try decodeForeign(TinyFiles.losslessWebP)
        #expect(!picture.hasMore)
        let expected = TinyFiles.losslessWebPPixels.flatMap { pixel in
            pixel[..<3].map { sample in
                (Double(sample) * Double(pixel[3]) / 255 + 255 - Double(pixel[3])).rounded()
            }
        }
        #expect(picture.pixels.samples.map(Double.init) == expected)
    }

    @Test func `The first frame of an animated WebP is taken, and more are told of`() throws {
        let picture = try decodeForeign(TinyFiles.animatedWebP)
        #expect(picture.hasMore)
        #expect(picture.pixels.samples == Array(repeating: [9, 8, 7], count: 6).flatMap(\.self))
    }
}
