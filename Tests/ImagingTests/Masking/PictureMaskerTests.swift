import Registration
import Testing

@testable import Imaging

/// The strongest proof that nothing hidden survives: two pictures that differ in hidden parts alone
/// give the same bytes.
@Suite struct PictureMaskerTests {
    /// Parts as seen upright, of a picture of 150 by 110 pixels whichever way it lies; none begins or
    /// ends where a block does.
    static let regions = [
        PixelRegion(x: 19, y: 21, width: 30, height: 13),
        PixelRegion(x: 70, y: 53, width: 1, height: 1),
        PixelRegion(x: 91, y: 80, width: 19, height: 30),
    ]

    struct Random {
        private var state: UInt64
        init(_ seed: UInt64) { state = seed }
        mutating func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }

    /// Random samples, and the same with others in some parts.
    static func pair(
        _ size: PixelSize,
        channels: Int,
        differingIn regions: [PixelRegion]
    ) throws -> [PixelBuffer] {
        var random = Random(11)
        let base = (0..<size.area * channels).map { _ in random.next() }
        var other = base
        for region in regions {
            for y in region.y..<region.y + region.height {
                for x in region.x..<region.x + region.width {
                    for channel in 0..<channels {
                        other[(y * size.width + x) * channels + channel] = random.next()
                    }
                }
            }
        }
        return try [base, other].map {
            try #require(
                PixelBuffer(
                    width: size.width,
                    height: size.height,
                    channels: channels,
                    samples: $0
                )
            )
        }
    }

    private func masked(
        _ bytes: [UInt8],
        _ regions: [PixelRegion] = PictureMaskerTests.regions
    ) throws -> MaskedPicture {
        try PictureMasker().mask(bytes, facts: facts(of: bytes), regions: regions)
    }

    /// A JPEG with an EXIF orientation.
    static func jpeg(_ pixels: PixelBuffer, orientation: UInt8) throws -> [UInt8] {
        let plain = try JPEGEncoder.encode(pixels, quality: 80)
        let exif =
            Array("Exif\0\0MM".utf8)
            + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]
            + [0, 0, 0, 0, 0, 0]
        return plain[..<2] + TinyJPEG.segment(0xE1, exif) + plain[2...]
    }

    @Test(arguments: 1...8, [1, 3])
    func `JPEGs that differ in hidden parts alone give the same bytes`(
        orientation: Int,
        channels: Int
    ) throws {
        let turn = PictureTurn(orientation: orientation)
        let upright = PixelSize(width: 150, height: 110)
        let stored = turn.applied(to: upright)
        let hidden = Self.regions.map { turn.undone(for: $0, of: stored) }
        let files = try Self.pair(stored, channels: channels, differingIn: hidden)
            .map { try Self.jpeg($0, orientation: UInt8(orientation)) }
        #expect(files[0] != files[1])
        let copies = try files.map { try masked($0) }
        #expect(copies[0].bytes == copies[1].bytes)
        let facts = try facts(of: copies[0].bytes)
        #expect(facts.damage == nil && facts.orientation == nil)
        #expect((facts.width, facts.height) == (upright.width, upright.height))
    }

    @Test(arguments: [1, 3])
    func `a hidden part is of one value, and what lies farther off is as it was`(
        channels: Int
    ) throws {
        let size = PixelSize(width: 150, height: 110)
        let pixels = try Self.pair(size, channels: channels, differingIn: [])[0]
        let file = try JPEGEncoder.encode(pixels, quality: 100)
        let copy = try masked(file)
        let shown = try PictureDecoder.decode(copy.bytes.span).pixels
        let before = try PictureDecoder.decode(file.span).pixels
        for region in copy.regions {
            // A decoder smears colour one pixel inwards from what is shown.
            for y in region.y + 1..<region.y + region.height - 1 {
                for x in region.x + 1..<region.x + region.width - 1 {
                    #expect(Self.sample(shown, x, y) == PictureMasker.paint)
                }
            }
        }
        for (asked, painted) in zip(Self.regions, copy.regions) {
            #expect(painted.x <= asked.x && painted.y <= asked.y)
            #expect(painted.x + painted.width >= asked.x + asked.width)
            #expect(painted.y + painted.height >= asked.y + asked.height)
            #expect(painted.width < asked.width + 68 && painted.height < asked.height + 68)
        }
        // Far from all parts the picture is coded again, well.
        let far = (2..<14).flatMap { y in (120..<140).map { x in (x, y) } }
        let error = far.map {
            abs(Int(Self.sample(shown, $0.0, $0.1)) - Int(Self.sample(before, $0.0, $0.1)))
        }
        #expect(error.reduce(0, +) / error.count < 24)
    }

    private static func sample(_ pixels: PixelBuffer, _ x: Int, _ y: Int) -> UInt8 {
        pixels.samples[(y * pixels.width + x) * pixels.channels]
    }

    struct PNGKind: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var colourType: UInt8
        var bitDepth: UInt8
        var pixelLength: Int
        var before: [[UInt8]] = []
    }

    static let kinds = [
        PNGKind(testDescription: "gray", colourType: 0, bitDepth: 8, pixelLength: 1),
        PNGKind(testDescription: "gray of 16 bits", colourType: 0, bitDepth: 16, pixelLength: 2),
        PNGKind(testDescription: "RGB", colourType: 2, bitDepth: 8, pixelLength: 3),
        PNGKind(testDescription: "RGB of 16 bits", colourType: 2, bitDepth: 16, pixelLength: 6),
        PNGKind(
            testDescription: "palette with transparency",
            colourType: 3,
            bitDepth: 8,
            pixelLength: 1,
            before: [
                TinyPNG.chunk("PLTE", (0..<256).flatMap { [UInt8($0), 7, 255 - UInt8($0)] }),
                TinyPNG.chunk("tRNS", [0, 100, 200]),
            ]
        ),
        PNGKind(testDescription: "gray and alpha", colourType: 4, bitDepth: 8, pixelLength: 2),
        PNGKind(testDescription: "RGB and alpha", colourType: 6, bitDepth: 8, pixelLength: 4),
    ]

    @Test(arguments: kinds)
    func `PNGs that differ in hidden parts alone give the same bytes`(kind: PNGKind) throws {
        let size = PixelSize(width: 60, height: 40)
        let hidden = [PixelRegion(x: 7, y: 5, width: 31, height: 11)]
        var random = Random(5)
        func file(hiddenSeed: UInt64) -> [UInt8] {
            var shown = Random(3)
            random = Random(hiddenSeed)
            var rows: [UInt8] = []
            for y in 0..<size.height {
                rows.append(0)
                for x in 0..<size.width {
                    let isHidden = (7..<38).contains(x) && (5..<16).contains(y)
                    for _ in 0..<kind.pixelLength {
                        let value = shown.next()
                        rows.append(isHidden ? random.next() : value)
                    }
                }
            }
            return TinyPNG(
                width: size.width,
                height: size.height,
                bitDepth: kind.bitDepth,
                colourType: kind.colourType,
                rows: rows,
                before: kind.before,
                // A comment is no pixel and must not go along.
                after: [TinyPNG.chunk("tEXt", Array("Comment\0\(hiddenSeed)".utf8))]
            ).bytes
        }
        let files = [file(hiddenSeed: 1), file(hiddenSeed: 2)]
        #expect(files[0] != files[1])
        let copies = try files.map { try masked($0, hidden) }
        #expect(copies[0].bytes == copies[1].bytes)
        #expect(copies[0].regions == hidden)
        let (source, copy) = (files[0], copies[0].bytes)
        let before = try PNGDecoder.flatten(source.span)
        let after = try PNGDecoder.flatten(copy.span)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let isHidden = (7..<38).contains(x) && (5..<16).contains(y)
                let expected = isHidden ? PictureMasker.paint : Self.sample(before, x, y)
                #expect(Self.sample(after, x, y) == expected)
            }
        }
    }

    @Test(arguments: [
        PixelRegion(x: 0, y: 0, width: 0, height: 5), PixelRegion(x: -1, y: 0, width: 5, height: 5),
        PixelRegion(x: 12, y: 0, width: 5, height: 5),
        PixelRegion(x: Int.max, y: 0, width: 5, height: 5),
    ])
    func `what does not lie within the picture is refused`(region: PixelRegion) {
        #expect(throws: ImagingError.self) { try masked(TinyJPEG.baseline, [region]) }
    }

    @Test func `a picture without regions is not masked by mistake`() {
        #expect(throws: ImagingError.self) { try masked(TinyJPEG.baseline, []) }
    }

    @Test func `a cut file is not masked`() {
        let cut = Array(TinyJPEG.baseline.dropLast(20))
        #expect(throws: ImagingError.self) {
            try masked(cut, [PixelRegion(x: 0, y: 0, width: 4, height: 4)])
        }
    }

    @Test(arguments: 1...8)
    func `a shown picture keeps its pixels, upright, and nothing else`(orientation: Int) throws {
        let turn = PictureTurn(orientation: orientation)
        let stored = turn.applied(to: PixelSize(width: 64, height: 48))
        let pixels = try Self.pair(stored, channels: 3, differingIn: [])[0]
        let file = try Self.jpeg(pixels, orientation: UInt8(orientation)) + Array("tail".utf8)
        let bare = try PictureMasker().bare(file, facts: facts(of: file))
        #expect(bare.regions.isEmpty)
        #expect(!bare.bytes.contains(sequence: Array("Exif".utf8)))
        #expect(!bare.bytes.contains(sequence: Array("tail".utf8)))
        let shown = try PictureDecoder.decode(bare.bytes.span).pixels
        let expected = try PictureDecoder.decode(file.span).pixels.turned(by: turn)
        // The inverse transform rounds a mirrored block at times the other way.
        let worst = zip(shown.samples, expected.samples).map { abs(Int($0) - Int($1)) }.max()
        #expect(shown.size == expected.size && worst ?? 255 <= 6)
    }

    @Test func `a thumbnail in the JFIF segment does not go along`() throws {
        let thumbnail: [UInt8] = [1, 1] + [200, 100, 50]
        let jfif = Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1] + thumbnail
        let file =
            TinyJPEG.baseline[..<2] + TinyJPEG.segment(0xE0, jfif) + TinyJPEG.baseline[20...]
        let bare = try PictureMasker().bare(Array(file), facts: facts(of: Array(file)))
        #expect(bare.bytes == TinyJPEG.baseline)
    }

    @Test(arguments: 1...8)
    func `a region is found again after any turn`(orientation: Int) {
        let turn = PictureTurn(orientation: orientation)
        let size = PixelSize(width: 30, height: 20)
        let region = PixelRegion(x: 3, y: 5, width: 7, height: 2)
        let turned = turn.applied(to: region, of: size)
        #expect(turned.lies(within: turn.applied(to: size)))
        #expect(turn.undone(for: turned, of: size) == region)
        // A picture that is dark in the region alone is dark where the turned region lies.
        let samples = (0..<600).map { place -> UInt8 in
            let (x, y) = (place % 30, place / 30)
            return (3..<10).contains(x) && (5..<7).contains(y) ? 1 : 0
        }
        let pixels = PixelBuffer(width: 30, height: 20, channels: 1, samples: samples)?
            .turned(by: turn)
        let dark = pixels?.cropped(
            to: PixelBox(
                x: turned.x,
                y: turned.y,
                size: PixelSize(width: turned.width, height: turned.height)
            )
        )
        #expect(dark?.samples == Array(repeating: 1, count: 14))
    }
}

extension [UInt8] {
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: sequence) }
    }
}
