import Registration
import Testing

@testable import Imaging

@Suite struct PictureMenderTests {
    static let papers = RepairOrder(formats: [.jpeg, .png], maxBytes: 204_800, aimBytes: 200_000)

    private func mend(_ bytes: [UInt8], _ order: RepairOrder) throws -> MendedPicture {
        try PictureMender().mend(bytes, facts: facts(of: bytes), by: order)
    }

    private func colours(of jpeg: [UInt8]) throws -> PixelBuffer {
        let anatomy = try #require(JPEGAnatomy(jpeg, limits: DecodeLimits()))
        return try PixelSource(anatomy, turn: .none).pixels(eighths: 8)
    }

    /// The largest difference of two samples.
    private func difference(_ left: PixelBuffer, _ right: PixelBuffer) -> Int {
        guard left.size == right.size, left.channels == right.channels else { return .max }
        return zip(left.samples, right.samples).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }

    @Test(arguments: 1...8)
    func `a JPEG of whole blocks is turned without loss`(orientation: Int) throws {
        let pixels = try ByteFitTests.noise(width: 64, height: 48)
        let plain = try JPEGEncoder.encode(pixels, quality: 90)
        var order = Self.papers
        order.turn = PictureTurn(orientation: orientation)
        let mended = try mend(plain, order)
        let steps: [RepairStep] = orientation == 1 ? [] : [.turned(order.turn, isLossless: true)]
        #expect(mended.steps == steps)
        // The inverse transform rounds a mirrored block at times the other way.
        let expected = try colours(of: plain).turned(by: order.turn)
        #expect(try difference(colours(of: mended.bytes), expected) <= 4)
        #expect(try facts(of: mended.bytes).metadata.quality?.value == 90)
    }

    @Test func `a JPEG that ends within a block is coded anew instead of cut`() throws {
        let pixels = try ByteFitTests.noise(width: 70, height: 45)
        let plain = try JPEGEncoder.encode(pixels, quality: 85)
        var order = Self.papers
        order.turn = PictureTurn(orientation: 6)
        let mended = try mend(plain, order)
        #expect(
            mended.steps == [.turned(order.turn, isLossless: false), .recoded(quality: 95)]
        )
        let facts = try facts(of: mended.bytes)
        #expect((facts.width, facts.height) == (45, 70))
    }

    @Test func `what follows a picture is cut off and nothing else changes`() throws {
        let whole = TinyJPEG.baseline + Array("PK and a zip".utf8)
        let mended = try mend(whole, Self.papers)
        #expect(mended.steps == [.tailRemoved(ByteCount(12))])
        #expect(mended.bytes == TinyJPEG.baseline)
    }

    @Test func `places go, the scan stays byte for byte`() throws {
        let exif = TinyJPEG.segment(0xE1, Array("Exif\0\0".utf8) + EXIFSample().bytes)
        let comment = TinyJPEG.segment(0xFE, Array("taken at home".utf8))
        let whole = TinyJPEG.baseline(with: exif + comment, at: 20)
        #expect(try facts(of: whole).metadata.hasPlace)
        var order = Self.papers
        order.removesMetadata = true
        let mended = try mend(whole, order)
        #expect(mended.steps == [.metadataRemoved])
        #expect(mended.bytes == TinyJPEG.baseline)
    }

    @Test func `pixels that are coded anew leave places behind, and that is said`() throws {
        let jpeg = try JPEGEncoder.encode(ByteFitTests.noise(width: 320, height: 240), quality: 95)
        let exif = TinyJPEG.segment(0xE1, Array("Exif\0\0".utf8) + EXIFSample().bytes)
        let order = RepairOrder(
            formats: [.jpeg],
            maxBytes: 25_000,
            floor: LegibilityFloor(longSide: 100, quality: 20)
        )
        let mended = try mend(Array(jpeg[..<20] + exif + jpeg[20...]), order)
        #expect(mended.steps.last == .metadataRemoved)
        let after = try facts(of: mended.bytes)
        #expect(!after.metadata.hasPlace && after.size.rawValue <= 25_000)
    }

    @Test func `a picture with nothing to mend comes back as it is`() throws {
        let mended = try mend(TinyJPEG.baseline, Self.papers)
        #expect(mended.bytes == TinyJPEG.baseline)
        #expect(mended.steps.isEmpty && mended.shortfalls.isEmpty)
    }

    /// A PNG as a careless program writes it: 24 bits a pixel, not packed at all.
    private func careless(_ pixels: PixelBuffer) -> [UInt8] {
        let stride = pixels.width * 3
        let rows = (0..<pixels.height).flatMap { y -> [UInt8] in
            [0] + pixels.samples[y * stride..<(y + 1) * stride]
        }
        return TinyPNG(width: pixels.width, height: pixels.height, rows: rows).bytes
    }

    @Test func `print in few colours stays a PNG, a photo becomes a JPEG`() throws {
        let order = RepairOrder(formats: [.jpeg, .png], maxBytes: 12_000)
        let samples = (0..<20_000).flatMap { place -> [UInt8] in
            let ink: UInt8 = place / 100 % 12 < 2 && place % 100 % 7 < 3 ? 0 : 255
            return [ink, ink, ink]
        }
        let print = try #require(
            PixelBuffer(width: 100, height: 200, channels: 3, samples: samples)
        )
        let mended = try mend(careless(print), order)
        #expect(mended.format == .png)
        #expect(mended.steps == [.repacked])
        let read = try PNGDecoder.flatten(mended.bytes.span)
        #expect(read.samples == samples)

        let photo = try mend(careless(ByteFitTests.noise(width: 140, height: 140)), order)
        #expect(photo.format == .jpeg)
        #expect(photo.bytes.count <= 12_000)
        #expect(photo.steps.first == .converted(from: .png, to: .jpeg))
    }

    @Test func `a picture that cannot be made legible says what it would need`() throws {
        let jpeg = try JPEGEncoder.encode(ByteFitTests.noise(width: 640, height: 480), quality: 95)
        let order = RepairOrder(formats: [.jpeg], maxBytes: 9_000)
        let mended = try mend(jpeg, order)
        #expect(mended.bytes == jpeg)
        #expect(mended.steps.isEmpty)
        let least = try JPEGEncoder.encode(colours(of: jpeg), quality: 40)
        let size = PixelSize(width: 640, height: 480)
        #expect(least.count > 9_000)
        #expect(mended.shortfalls == [.illegible(least: ByteCount(least.count), size, quality: 40)])
    }

    @Test func `too many pixels are scaled down to the most that are allowed`() throws {
        let jpeg = try JPEGEncoder.encode(ByteFitTests.noise(width: 640, height: 480), quality: 80)
        var order = Self.papers
        order.maxPixels = PixelSize(width: 320, height: 300)
        let mended = try mend(jpeg, order)
        let facts = try facts(of: mended.bytes)
        #expect((facts.width, facts.height) == (320, 240))
    }

    private func isMendable(_ facts: PictureFacts) -> Bool {
        switch facts.damage {
        case nil, .unsupported: true
        default: false
        }
    }

    static let turnedFiles = (2...8).map { "Landscape_\($0).jpg" }

    // The eight pictures of a series show the same scene, each stored another way (its index says so).
    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: turnedFiles
    )
    func `each stored way becomes the same upright picture`(file: String) throws {
        let corpus = try Corpus("jpeg-meta")
        let upright = try colours(of: corpus.bytes(of: "Landscape_1.jpg"))
        let bytes = try corpus.bytes(of: file)
        var order = Self.papers
        order.turn = try PictureTurn(orientation: facts(of: bytes).orientation)
        let mended = try mend(bytes, order)
        #expect(try facts(of: mended.bytes).orientation == nil)
        let result = try colours(of: mended.bytes)
        #expect(result.size == upright.size)
        // Pillow's exif_transpose is 14 levels off, for each has its own number and coding; turned
        // wrongly they are 65 off.
        let sum = zip(result.samples, upright.samples).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        #expect(Double(sum) / Double(upright.samples.count) < 20)
    }

    // Reference pictures: made by the makers of the JPEGs, or by ImageMagick (index.tsv).
    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: ["go-video-001.cmyk.jpeg", "jd-ycck.jpg", "moz-jpg-cmyk-1.jpg"]
    )
    func `inks become the colours that others see`(file: String) throws {
        let corpus = try Corpus("jpeg-valid")
        let mended = try mend(corpus.bytes(of: file), Self.papers)
        #expect(mended.steps.first == .coloursConverted("CMYK"))
        let reference = file.replacing(/\.jpe?g$/, with: ".png")
        let bytes = try corpus.bytes(of: reference)
        let expected = try PNGDecoder.flatten(bytes.span)
        let result = try colours(of: mended.bytes)
        #expect(result.size == expected.size)
        let sum = zip(result.samples, expected.samples).reduce(0) {
            $0 + abs(Int($1.0) - Int($1.1))
        }
        #expect(Double(sum) / Double(expected.samples.count) < 10, "\(file)")
    }

    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: ["jpeg-valid", "jpeg-broken", "jpeg-meta", "png-valid", "png-broken", "bombs"]
    )
    func `whatever comes, what is mended is sound and meets its order`(group: String) throws {
        let corpus = try Corpus(group)
        var order = RepairOrder(formats: [.jpeg], maxBytes: 20_000, flattens: true)
        order.removesMetadata = true
        order.floor = LegibilityFloor(longSide: 100, quality: 5)
        var mended = 0
        for row in corpus.rows {
            let bytes = try corpus.bytes(of: row.file)
            let facts = try facts(of: bytes)
            // As a review does: what is damaged or over the limits is never mended.
            guard isMendable(facts) else { continue }
            order.turn = PictureTurn(orientation: facts.orientation)
            let result = PictureMender().mend(bytes, facts: facts, by: order)
            guard !result.steps.isEmpty else { continue }
            mended += 1
            let after = try ImagingTests.facts(of: result.bytes)
            #expect(after.damage == nil, "\(row.file)")
            #expect(after.format == .jpeg, "\(row.file)")
            #expect(!after.needsTurning && !after.metadata.hasPlace, "\(row.file)")
            #expect(
                result.bytes.count <= 20_000 || result.shortfalls.count == 1,
                "\(row.file): \(result.steps)"
            )
        }
        #expect(mended > 0 || group == "bombs")
    }
}
