/// A PNG made chunk by chunk, with stored deflate blocks: no code of ours or of zlib has a part.
package struct RawPNG {
    package var width: Int
    package var height: Int
    package var bitDepth: UInt8 = 8
    package var colourType: UInt8
    package var isInterlaced = false
    package var palette: [UInt8] = []
    /// The bytes of a pixel, or of a byte of packed pixels, row by row.
    package var rows: [[UInt8]]

    package init(
        width: Int,
        colourType: UInt8,
        bitDepth: UInt8 = 8,
        isInterlaced: Bool = false,
        palette: [UInt8] = [],
        rows: [[UInt8]]
    ) {
        self.width = width
        height = rows.count
        self.bitDepth = bitDepth
        self.colourType = colourType
        self.isInterlaced = isInterlaced
        self.palette = palette
        self.rows = rows
    }

    package var bytes: [UInt8] {
        let header =
            Self.word(width) + Self.word(height) + [bitDepth, colourType, 0, 0]
            + [isInterlaced ? 1 : 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + Self.chunk("IHDR", header)
            + (palette.isEmpty ? [] : Self.chunk("PLTE", palette))
            + Self.chunk("IDAT", Self.zlib(isInterlaced ? adam7 : rows.flatMap { [0] + $0 }))
            + Self.chunk("IEND", [])
    }

    /// The seven passes of ISO/IEC 15948, 8.2; for pixels of whole bytes.
    private var adam7: [UInt8] {
        let passes = [
            (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
            (0, 1, 1, 2),
        ]
        let size = rows[0].count / width
        return passes.flatMap { x, y, stepX, stepY in
            stride(from: y, to: height, by: stepY).flatMap { row -> [UInt8] in
                let columns = stride(from: x, to: width, by: stepX)
                let pixels = columns.flatMap { rows[row][$0 * size..<($0 + 1) * size] }
                return pixels.isEmpty ? [] : [0] + pixels
            }
        }
    }

    private static func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + payload
        return word(payload.count) + body + word(Int(crc(body)))
    }

    private static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
    }

    /// RFC 1950 around one stored block of RFC 1951.
    private static func zlib(_ data: [UInt8]) -> [UInt8] {
        var (a, b) = (1, 0)
        for byte in data {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        let length = [UInt8(data.count & 0xFF), UInt8(data.count >> 8)]
        return [0x78, 0x01, 0x01] + length + length.map { ~$0 } + data + word(b << 16 | a)
    }

    /// The CRC of ISO/IEC 15948 annex D, bit by bit.
    private static func crc(_ data: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in data {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}
