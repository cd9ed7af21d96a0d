import Imaging
import Testing

struct PNGDecoderTests {
    @Test(
        arguments: [
            // (255 * 128 + 255 * 127) / 255 and so on: the sum with white, rounded.
            ([255, 0, 0, 128], [255, 127, 127]), ([255, 0, 0, 0], [255, 255, 255]),
            ([1, 2, 3, 255], [1, 2, 3]), ([10, 20, 30, 1], [254, 254, 254]),
        ] as [([UInt8], [UInt8])]
    )
    func `Alpha shows white paper`(pixel: [UInt8], expected: [UInt8]) throws {
        let file = TinyPNG(width: 1, height: 1, colourType: 6, rows: [0] + pixel)
        let pixels = try flatten(file.bytes)
        #expect(pixels.channels == 3)
        #expect(pixels.samples == expected)
    }

    @Test(
        arguments: [
            ([0, 0], 0), ([0xFF, 0xFF], 255), ([0x80, 0x80], 128), ([0x00, 0x80], 0),
            ([0x00, 0x81], 1), ([0xFE, 0xFF], 254),
        ] as [([UInt8], UInt8)]
    )
    func `16 bits become the nearest 8 bits`(sample: [UInt8], expected: UInt8) throws {
        let file = TinyPNG(width: 1, height: 1, bitDepth: 16, colourType: 0, rows: [0] + sample)
        let pixels = try flatten(file.bytes)
        #expect(pixels.channels == 1)
        #expect(pixels.samples == [expected])
    }

    @Test func `A transparent colour becomes white, gray stays gray`() throws {
        let file = TinyPNG(
            width: 4,
            height: 1,
            bitDepth: 2,
            colourType: 0,
            rows: [0, 0x1B],
            before: [TinyPNG.chunk("tRNS", [0, 1])]
        )
        let pixels = try flatten(file.bytes)
        #expect(pixels.samples == [0, 255, 170, 255])
    }

    @Test func `A palette's transparency is applied`() throws {
        let file = TinyPNG(
            width: 4,
            height: 1,
            bitDepth: 2,
            colourType: 3,
            rows: [0, 0x1B],
            before: [
                TinyPNG.chunk("PLTE", [10, 20, 30, 0, 0, 0, 1, 2, 3, 4, 5, 6]),
                TinyPNG.chunk("tRNS", [0, 51]),
            ]
        )
        let pixels = try flatten(file.bytes)
        #expect(pixels.samples == [255, 255, 255, 204, 204, 204, 1, 2, 3, 4, 5, 6])
    }

    @Test func `Damage and oversize are errors with a sentence`() throws {
        let file = TinyPNG().bytes
        for count in file.indices {
            #expect(throws: ImagingError.self) {
                try flatten(Array(file[..<count]))
            }
        }
        let error = #expect(throws: ImagingError.self) {
            try flatten(TinyPNG(width: 13_000).bytes)
        }
        #expect(error?.code == .overLimit)
        let early = #expect(throws: ImagingError.self) {
            try flatten(TinyPNG(rows: [0, 1]).bytes)
        }
        #expect(early?.code == .notDecoded)
        #expect(early?.description.hasPrefix("The picture could not be decoded: ") == true)
    }

    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: FlattenedSamples.all
    )
    func `Pixels are those of another decoder within one level`(
        expected: FlattenedSamples
    ) throws {
        let bytes = try Corpus("png-valid").bytes(of: expected.file)
        let pixels = try flatten(bytes)
        try #require(pixels.width == expected.width && pixels.height == expected.height)
        try #require(pixels.channels == expected.channels)
        for (index, sample) in expected.samples.enumerated() {
            let position = (2 * (index / pixels.channels) + 1) * pixels.width * pixels.height / 12
            let found = pixels.samples[position * pixels.channels + index % pixels.channels]
            #expect(abs(Int(found) - Int(sample)) <= 1)
        }
    }

    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED")
    )
    func `No broken file harms the decoder`() throws {
        for group in ["png-broken", "bombs"] {
            let corpus = try Corpus(group)
            for row in corpus.rows where row.file.hasSuffix(".png") {
                let bytes = try corpus.bytes(of: row.file)
                let pixels = try? flatten(bytes)
                #expect(pixels == nil || pixels?.samples.isEmpty == false)
            }
        }
    }

    private func flatten(_ bytes: [UInt8]) throws(ImagingError) -> PixelBuffer {
        try PNGDecoder.flatten(bytes.span)
    }
}
