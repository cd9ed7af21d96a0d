/// The canvas of a GIF file: the logical screen, widened to hold the first frame as browsers do.
struct GIFHeader {
    let size: (width: Int, height: Int)

    init(_ bytes: Span<UInt8>) throws(DecodeFault) {
        guard bytes.count >= 13, let width = bytes.littleEndian16(at: 6),
            let height = bytes.littleEndian16(at: 8)
        else { throw .truncated }
        let frame = try Self.firstFrame(bytes)
        guard let left = bytes.littleEndian16(at: frame + 1),
            let top = bytes.littleEndian16(at: frame + 3),
            let frameWidth = bytes.littleEndian16(at: frame + 5),
            let frameHeight = bytes.littleEndian16(at: frame + 7)
        else { throw .truncated }
        guard frameWidth > 0, frameHeight > 0 else {
            throw .corrupt("a frame of \(frameWidth)x\(frameHeight) pixels")
        }
        size = (max(width, left + frameWidth), max(height, top + frameHeight))
    }

    /// Where the first image descriptor stands.
    private static func firstFrame(_ bytes: Span<UInt8>) throws(DecodeFault) -> Int {
        let hasPalette = bytes[10] & 0x80 != 0
        var offset = 13 + (hasPalette ? 3 << (Int(bytes[10] & 7) + 1) : 0)
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x2C: return offset
            case 0x21: offset = afterBlocks(bytes, offset + 2)
            case 0x3B: throw .corrupt("there is no frame in it")
            default: throw .corrupt("no block begins with \(bytes[offset])")
            }
        }
        throw .truncated
    }

    /// Behind the sub-blocks that begin at an offset, and the zero that ends them.
    private static func afterBlocks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset] != 0 { offset += Int(bytes[offset]) + 1 }
        return offset + 1
    }
}
