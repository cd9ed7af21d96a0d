import Imaging
import Registration
import Testing

/// What stands behind the pixels of a PNG costs none of them, but a PDF must not get it.
struct PNGExcessTests {
    private static let rows = TinyPNG().rows
    private static let stream = TinyPNG.zlib(rows)

    @Test(
        arguments: [
            ("a byte behind the stream", [stream + [0]]),
            ("64 bytes behind it", [stream + Array(repeating: 7, count: 64)]),
            ("a chunk behind it", [stream, [0]]),
            ("two chunks behind it", [stream, [1, 2], [3]]),
            ("a byte behind the last row", [TinyPNG.zlib(rows + [0])]),
            ("much behind the last row", [TinyPNG.zlib(rows + Array(repeating: 9, count: 60_000))]),
            ("something behind both", [TinyPNG.zlib(rows + [5, 5]) + [1, 2]]),
        ] as [(String, [[UInt8]])]
    )
    func `A little behind the pixels is no damage, but has to be decoded`(
        what: String,
        imageData: [[UInt8]]
    ) throws {
        let file = TinyPNG().bytes(imageData: imageData)
        let (facts, layout) = try inspection(of: file)
        #expect(facts.damage == nil)
        #expect(try !#require(layout).isPlain)
        let pixels = try PNGDecoder.flatten(file.span)
        #expect(pixels.samples == [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7])
    }

    @Test(
        arguments: [
            ("65 bytes behind the stream", [stream + Array(repeating: 7, count: 65)]),
            ("65 bytes in chunks", [stream, Array(repeating: 7, count: 64), [7]]),
            ("a wrong checksum, then a byte", [stream.dropLast() + [0, 0]]),
            ("a row too few, then a byte", [TinyPNG.zlib(Array(rows.prefix(7))) + [0]]),
        ] as [(String, [[UInt8]])]
    )
    func `Much behind the stream, or anything wrong before it, is damage`(
        what: String,
        imageData: [[UInt8]]
    ) throws {
        let (facts, layout) = try inspection(of: TinyPNG().bytes(imageData: imageData))
        #expect(facts.damage != nil)
        #expect(layout == nil)
    }

    @Test func `A bomb behind the last row is damage`() throws {
        // Four stored blocks, by RFC 1951, of 65,535 zeros each.
        let block: [UInt8] = [0, 0xFF, 0xFF, 0, 0] + Array(repeating: 0, count: 65_535)
        let bomb: [UInt8] = [0x78, 0x01] + block + block + block + block
        let file = TinyPNG().bytes(imageData: [bomb])
        #expect(try facts(of: file).damage == .corrupt("more data than rows"))
    }

    /// The checksums (CRC-32) of all samples as Pillow 13.0.0 reads them:
    /// `zlib.crc32(Image.open(file).tobytes())`.
    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: [
            ("png-valid", "pil-padded_idat.png", 3_283_626_860),
            ("png-broken", "made-too-much-data.png", 3_695_114_063),
        ] as [(String, String, UInt32)]
    )
    func `The pixels are those that Pillow shows`(
        group: String,
        file: String,
        checksum: UInt32
    ) throws {
        let bytes = try Corpus(group).bytes(of: file)
        let (facts, layout) = try inspection(of: bytes)
        #expect(facts.damage == nil)
        #expect(try !#require(layout).isPlain)
        #expect(try TinyPNG.crc(PNGDecoder.flatten(bytes.span).samples) == checksum)
    }
}
