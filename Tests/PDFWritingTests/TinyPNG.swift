/// The joined IDAT chunks of a PNG, as stored deflate blocks: no code of ours or of zlib has a part.
enum TinyPNG {
    /// RFC 1950 around one stored block of RFC 1951.
    static func zlib(_ data: [UInt8]) -> [UInt8] {
        var a = 1
        var b = 0
        for byte in data {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        let sum = b << 16 | a
        let length = [UInt8(data.count & 0xFF), UInt8(data.count >> 8)]
        return [0x78, 0x01, 0x01] + length + length.map { ~$0 } + data
            + [24, 16, 8, 0].map { UInt8(sum >> $0 & 0xFF) }
    }
}
