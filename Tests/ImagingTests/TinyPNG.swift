/// PNG files made chunk by chunk, with stored deflate blocks: no code of ours or of zlib has a part.
struct TinyPNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    var width = 2
    var height = 2
    var bitDepth: UInt8 = 8
    var colourType: UInt8 = 2
    var interlace: UInt8 = 0
    /// The rows, each with its filter byte.
    var rows: [UInt8] = [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 8, 7]
    /// Chunks between IHDR and IDAT.
    var before: [[UInt8]] = []
    /// Chunks between IDAT and IEND.
    var after: [[UInt8]] = []

    var header: [UInt8] {
        Self.chunk(
            "IHDR",
            Self.word(width) + Self.word(height) + [bitDepth, colourType, 0, 0, interlace]
        )
    }

    var bytes: [UInt8] { bytes(imageData: [Self.zlib(rows)]) }

    func bytes(imageData: [[UInt8]]) -> [UInt8] {
        let data = imageData.map { Self.chunk("IDAT", $0) }
        let chunks = [header] + before + data + after + [Self.chunk("IEND", [])]
        return Self.signature + chunks.flatMap(\.self)
    }

    static func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + payload
        return word(payload.count) + body + word(Int(crc(body)))
    }

    static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
    }

    /// RFC 1950 around one stored block of RFC 1951.
    static func zlib(_ data: [UInt8]) -> [UInt8] {
        var a = 1
        var b = 0
        for byte in data {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        let length = [UInt8(data.count & 0xFF), UInt8(data.count >> 8)]
        return [0x78, 0x01, 0x01] + length + length.map { ~$0 } + data + word(b << 16 | a)
    }

    /// The CRC of ISO/IEC 15948 annex D, bit by bit.
    static func crc(_ data: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in data {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}
