import Imaging
import Registration
import Testing

struct HostileForeignTests {
    private static let small: [[UInt8]] = [
        TinyGIF().bytes, TinyGIF(isInterlaced: true, transparent: 1, frames: 2).bytes,
        TinyTIFFPicture(pixels: Array(1...18)).bytes,
        TinyTIFFPicture(isBigEndian: true, orientation: 6, pixels: Array(1...18)).bytes,
        TinyBMP(rows: Array(repeating: 7, count: 24)).bytes,
        TinyBMP(bits: 8, compression: 1, palette: [9, 9, 9, 0], rows: [3, 0, 0, 0, 3, 0, 0, 1])
            .bytes,
        TinyFiles.losslessWebP, TinyFiles.animatedWebP, TinyFiles.turnedHEIC,
        TinyFiles.turnedAVIF,
    ]

    @Test(arguments: small.indices)
    func `A cut file is an error or a whole picture`(index: Int) throws {
        let file = Self.small[index]
        let whole = try decodeForeign(file).pixels
        for count in file.indices {
            guard let pixels = try? decodeForeign(Array(file[..<count])).pixels else { continue }
            #expect(pixels == whole)
        }
    }

    @Test(arguments: small.indices)
    func `No changed byte harms the decoders`(index: Int) {
        let limits = DecodeLimits(pixels: 1_000_000, side: 4_000)
        var file = Self.small[index]
        for offset in file.indices {
            let byte = file[offset]
            for other in [0, 1, 0x7F, 0x80, 0xFF, byte ^ 0x10] where other != byte {
                file[offset] = other
                let pixels = try? decodeForeign(file, limits: limits).pixels
                #expect(pixels == nil || (pixels?.samples.count ?? 0) <= 3_000_000)
            }
            file[offset] = byte
        }
    }

    /// Headers that claim 65535 pixels each way, or more (WebP can say no more than 16384 without VP8X).
    private static let vast: [[UInt8]] = [
        TinyGIF(screen: (65535, 65535)).bytes,
        TinyGIF(frame: (0, 0, 65535, 65535)).bytes,
        TinyTIFFPicture(width: 65535, height: 65535, pixels: Array(1...18)).bytes,
        TinyBMP(width: 65535, height: 65535, rows: [0]).bytes,
        TinyBMP(width: 65535, height: 65535, headerSize: 12, rows: [0]).bytes,
        TinyBMP(width: 65535, height: -65535, rows: [0]).bytes,
        Array("RIFF".utf8) + little(22, 4) + Array("WEBPVP8X".utf8) + little(10, 4) + little(0, 4)
            + little(65534, 3) + little(65534, 3),
        Array("RIFF".utf8) + little(18, 4) + Array("WEBPVP8L".utf8) + little(5, 4)
            + [0x2F, 0xFF, 0xFF, 0xFF, 0x0F, 0],
        Array("RIFF".utf8) + little(18, 4) + Array("WEBPVP8 ".utf8) + little(10, 4)
            + [0x10, 0, 0, 0x9D, 1, 0x2A, 0xFF, 0x3F, 0xFF, 0x3F],
        heif("heic", width: 0xFFFF_FFFF, height: 0xFFFF_FFFF),
        heif("heic", width: 65535, height: 65535), heif("avif", width: 65535, height: 65535),
    ]

    @Test(arguments: vast.indices)
    func `A vast claim is refused before anything is decoded`(index: Int) {
        let error = #expect(throws: ImagingError.self) { try decodeForeign(Self.vast[index]) }
        #expect(error?.code == .overLimit)
    }

    @Test func `The largest of several pictures counts, in long boxes too`() {
        let both = Self.heif("heic", width: 10, height: 20, second: (12_001, 5))
        let error = #expect(throws: ImagingError.self) { try decodeForeign(both) }
        #expect(error?.code == .overLimit)
    }

    @Test(arguments: ["heic", "avif"])
    func `Without a readable size nothing is decoded`(brand: String) {
        for bytes in [
            Self.box("ftyp", Array(brand.utf8) + little(0, 4)),
            Self.heif(brand, width: 0, height: 20),
        ] {
            let error = #expect(throws: ImagingError.self) { try decodeForeign(bytes) }
            #expect(error?.code == .damaged)
        }
    }

    private static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count + 8, 4) + Array(type.utf8) + content
    }

    /// A box whose size has 64 bits.
    private static func longBox(_ type: String, _ content: [UInt8]) -> [UInt8] {
        big(1, 4) + Array(type.utf8) + big(content.count + 16, 8) + content
    }

    private static func heif(
        _ brand: String,
        width: Int,
        height: Int,
        second: (Int, Int)? = nil
    ) -> [UInt8] {
        var sizes = box("ispe", big(0, 4) + big(width, 4) + big(height, 4))
        if let second {
            sizes += longBox("ispe", big(0, 4) + big(second.0, 4) + big(second.1, 4))
        }
        return box("ftyp", Array(brand.utf8) + little(0, 4))
            + box("meta", big(0, 4) + longBox("iprp", box("ipco", sizes)))
    }
}
