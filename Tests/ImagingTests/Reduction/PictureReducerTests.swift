import Registration
import Testing

@testable import Imaging

@Suite struct PictureReducerTests {
    let reducer = PictureReducer()

    private func pixels(_ jpeg: [UInt8]) throws -> PixelBuffer {
        let anatomy = try #require(JPEGAnatomy(jpeg, limits: DecodeLimits()))
        return try PixelSource(anatomy, turn: .none).pixels(eighths: 8)
    }

    private func png(_ pixels: PixelBuffer) -> [UInt8] {
        let stride = pixels.width * 3
        var rows: [UInt8] = []
        for y in 0..<pixels.height {
            rows.append(0)
            rows += pixels.samples[y * stride..<(y + 1) * stride]
        }
        return TinyPNG(width: pixels.width, height: pixels.height, rows: rows).bytes
    }

    @Test(arguments: [40, 75, 95])
    func `packing a JPEG keeps every pixel and takes out what is none`(quality: Int) throws {
        let plain = try JPEGEncoder.encode(
            ByteFitTests.noise(width: 200, height: 120),
            quality: quality
        )
        let file = plain + Array("PK and a zip".utf8)
        let packed = try #require(reducer.packed(file, facts: facts(of: file)))
        #expect(packed.bytes.count <= plain.count)
        #expect(packed.steps == [.repacked, .tailRemoved(ByteCount(12))])
        #expect(try pixels(packed.bytes) == pixels(plain))
        let after = try facts(of: packed.bytes)
        #expect(after.damage == nil)
        #expect(after.metadata.quality?.value == quality)
    }

    @Test func `what is not tiny is written in several scans, which takes fewer bytes`() throws {
        let plain = try JPEGEncoder.encode(
            ByteFitTests.noise(width: 900, height: 700),
            quality: 90
        )
        let packed = try #require(reducer.packed(plain, facts: facts(of: plain)))
        #expect(packed.bytes.count < plain.count)
        #expect(try facts(of: packed.bytes).isProgressive)
        #expect(try pixels(packed.bytes) == pixels(plain))
    }

    @Test func `a picture is coded anew with the pixels and the quality asked for`() throws {
        let file = try JPEGEncoder.encode(
            ByteFitTests.noise(width: 400, height: 240),
            quality: 95
        )
        let facts = try facts(of: file)
        let small = try #require(
            reducer.coded(file, facts: facts, longSide: 150, quality: 62)
        )
        #expect(small.size == PixelSize(width: 150, height: 90))
        #expect(
            small.steps == [
                .scaled(
                    from: PixelSize(width: 400, height: 240),
                    to: PixelSize(width: 150, height: 90)
                ),
                .recoded(quality: 62),
            ]
        )
        let after = try ImagingTests.facts(of: small.bytes)
        #expect((after.width, after.height) == (150, 90))
        #expect(after.metadata.quality == JPEGQuality(value: 62, isExact: true))
        let whole = try #require(reducer.coded(file, facts: facts, longSide: 4000, quality: 62))
        #expect(whole.steps == [.recoded(quality: 62)])
        #expect(whole.size == PixelSize(width: 400, height: 240))
    }

    @Test func `gray stays gray`() throws {
        let samples = (0..<64 * 48).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let gray = try #require(
            PixelBuffer(width: 64, height: 48, channels: 1, samples: samples)
        )
        let file = try JPEGEncoder.encode(gray, quality: 90)
        let facts = try facts(of: file)
        #expect(reducer.packed(file, facts: facts)?.isGray == true)
        let coded = try #require(reducer.coded(file, facts: facts, longSide: 32, quality: 70))
        #expect(coded.isGray)
        #expect(try ImagingTests.facts(of: coded.bytes).colour == .gray)
    }

    @Test func `a PNG of few colours is packed with them, a sound one of many is not tried`() throws
    {
        let few = (0..<64 * 48 * 3).map { place -> UInt8 in place / 3 % 2 == 0 ? 0 : 255 }
        let line = try #require(PixelBuffer(width: 64, height: 48, channels: 3, samples: few))
        let drawn = png(line)
        let packed = try #require(reducer.packed(drawn, facts: facts(of: drawn)))
        #expect(packed.bytes.count < drawn.count)
        #expect(try PNGDecoder.flatten(packed.bytes.span).samples == few)
        let photo = png(try ByteFitTests.noise(width: 64, height: 48))
        #expect(reducer.packed(photo, facts: try facts(of: photo)) == nil)
    }

    @Test func `what is no sound picture gives nothing`() throws {
        let file = try JPEGEncoder.encode(ByteFitTests.noise(width: 64, height: 48), quality: 80)
        let broken = Array(file.prefix(file.count / 2))
        let facts = try facts(of: broken)
        #expect(reducer.packed(broken, facts: facts) == nil)
        #expect(reducer.coded(broken, facts: facts, longSide: nil, quality: 50) == nil)
    }
}
