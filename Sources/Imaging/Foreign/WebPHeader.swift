/// The canvas of a WebP file (RFC 9649).
struct WebPHeader {
    let size: (width: Int, height: Int)

    init(_ bytes: Span<UInt8>) throws(DecodeFault) {
        let size: (width: Int, height: Int)?
        if bytes.has("VP8X", at: 12) {
            size = Self.extended(bytes)
        } else if bytes.has("VP8L", at: 12) {
            size = Self.lossless(bytes)
        } else if bytes.has("VP8 ", at: 12) {
            size = Self.lossy(bytes)
        } else {
            size = nil
        }
        guard let size else { throw .corrupt("no header tells of the canvas") }
        self.size = size
    }

    /// Three bytes each, less one.
    private static func extended(_ bytes: Span<UInt8>) -> (width: Int, height: Int)? {
        guard let low = bytes.littleEndian16(at: 24), let middle = bytes.littleEndian16(at: 26),
            let high = bytes.littleEndian16(at: 28)
        else { return nil }
        return (low + (middle & 0xFF) << 16 + 1, middle >> 8 + high << 8 + 1)
    }

    /// 14 bits each, less one.
    private static func lossless(_ bytes: Span<UInt8>) -> (width: Int, height: Int)? {
        guard bytes.has([0x2F], at: 20), let bits = bytes.littleEndian32(at: 21) else { return nil }
        return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }

    /// 14 bits each, below two bits that say how to scale.
    private static func lossy(_ bytes: Span<UInt8>) -> (width: Int, height: Int)? {
        guard bytes.has([0x9D, 0x01, 0x2A], at: 23), let width = bytes.littleEndian16(at: 26),
            let height = bytes.littleEndian16(at: 28)
        else { return nil }
        return (width & 0x3FFF, height & 0x3FFF)
    }
}
