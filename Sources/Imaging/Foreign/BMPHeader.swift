/// The headers of a BMP file: what the pixels are, and where they stand.
struct BMPHeader {
    /// How rows are coded.
    enum Coding {
        case plain
        /// Runs of indices of 4 or 8 bits.
        case runs
    }

    let width: Int
    let height: Int
    let isTopDown: Bool
    let bitsPerPixel: Int
    let coding: Coding
    /// Red, green, blue, alpha, for pixels of 16 and 32 bits; an alpha of 0 is none.
    let masks: [Int]
    /// Where the palette stands, how many colours it has, and how many bytes each.
    let palette: (offset: Int, count: Int, stride: Int)
    let pixelOffset: Int

    init(_ bytes: Span<UInt8>) throws(DecodeFault) {
        guard let pixelOffset = bytes.littleEndian32(at: 10),
            let size = bytes.littleEndian32(at: 14), bytes.count >= 14 + size
        else { throw .truncated }
        // OS/2 1 has 16-bit sizes; the others begin like BITMAPINFOHEADER.
        let isCore = size == 12
        guard isCore || size >= 40,
            let width = isCore ? bytes.littleEndian16(at: 18) : bytes.littleEndian32(at: 18),
            let height = isCore ? bytes.littleEndian16(at: 20) : bytes.littleEndian32(at: 22),
            let bits = bytes.littleEndian16(at: isCore ? 24 : 28),
            let coding = isCore ? 0 : bytes.littleEndian32(at: 30),
            let colours = isCore ? 0 : bytes.littleEndian32(at: 46)
        else { throw .unsupported("BMP with a header of \(size) bytes") }
        self.width = width
        // A negative height: rows from the top.
        isTopDown = !isCore && height > 0x7FFF_FFFF
        self.height = isTopDown ? 0x1_0000_0000 - height : height
        bitsPerPixel = bits
        self.pixelOffset = pixelOffset
        self.coding = try Self.coding(coding, bits: bits, isTopDown: isTopDown, size: size)
        let hasMasks = coding == 3 || coding == 6
        masks = try hasMasks ? Self.masks(bytes, size, coding) : Self.usualMasks(bits)
        // Behind BITMAPINFOHEADER the masks are no part of it.
        let maskBytes = hasMasks && size == 40 ? (coding == 6 ? 16 : 12) : 0
        palette = try Self.palette(bits, colours, at: 14 + size + maskBytes, isCore)
    }

    private static func coding(
        _ number: Int,
        bits: Int,
        isTopDown: Bool,
        size: Int
    ) throws(DecodeFault) -> Coding {
        switch (number, bits) {
        case (0, 1), (0, 4), (0, 8), (0, 16), (0, 24), (0, 32): return .plain
        case (1, 8), (2, 4):
            guard !isTopDown else { throw .corrupt("runs from the top") }
            return .runs
        // In OS/2's header of 64 bytes 3 means Huffman coding.
        case (3, 16), (3, 32), (6, 16), (6, 32):
            guard size != 64 else { throw .unsupported("BMP with Huffman coding") }
            return .plain
        default: throw .unsupported("BMP with compression \(number) of \(bits) bits")
        }
    }

    private static func masks(
        _ bytes: Span<UInt8>,
        _ size: Int,
        _ coding: Int
    ) throws(DecodeFault) -> [Int] {
        // In the larger headers they stand at the same place.
        let count = coding == 6 || size >= 56 ? 4 : 3
        var masks = [0, 0, 0, 0]
        for index in 0..<count {
            guard let mask = bytes.littleEndian32(at: 54 + index * 4) else { throw .truncated }
            guard mask.isRun else { throw .corrupt("the mask \(mask) has gaps") }
            masks[index] = mask
        }
        return masks
    }

    private static func usualMasks(_ bits: Int) -> [Int] {
        bits == 16 ? [0x7C00, 0x03E0, 0x001F, 0] : [0xFF0000, 0x00FF00, 0x0000FF, 0]
    }

    private static func palette(
        _ bits: Int,
        _ colours: Int,
        at offset: Int,
        _ isCore: Bool
    ) throws(DecodeFault) -> (offset: Int, count: Int, stride: Int) {
        guard bits <= 8 else { return (offset, 0, 4) }
        guard colours <= 1 << bits else { throw .corrupt("a palette of \(colours) colours") }
        return (offset, colours == 0 ? 1 << bits : colours, isCore ? 3 : 4)
    }
}

extension Int {
    /// Whether the set bits stand side by side; true of 0.
    fileprivate var isRun: Bool {
        let shifted = self == 0 ? 0 : self >> trailingZeroBitCount
        return shifted & (shifted + 1) == 0
    }
}
