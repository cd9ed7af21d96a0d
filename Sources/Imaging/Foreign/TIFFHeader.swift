/// What the first directory of a TIFF file says that must be known before it is decoded.
struct TIFFHeader {
    let width: Int
    let height: Int
    /// 1 to 8; 1 where the file says nothing or nonsense.
    let orientation: Int

    /// None, CCITT RLE, fax 3 and 4, LZW, JPEG, Deflate by its new and its old number, PackBits.
    ///
    /// The others are of no scanner's making, and each is another decoder for hostile bytes.
    private static let compressions: Set = [1, 2, 3, 4, 5, 7, 8, 32773, 32946]
    /// Red, green, blue and alpha, and one more.
    private static let mostSamples = 5

    init(_ bytes: Span<UInt8>) throws(DecodeFault) {
        if bytes.has("II+\0") || bytes.has("MM\0+") { throw .unsupported("BigTIFF") }
        guard let order = TIFFOrder(bytes) else { throw .truncated }
        guard let width = Self.number(0x0100, in: bytes, order),
            let height = Self.number(0x0101, in: bytes, order)
        else { throw .corrupt("the first directory tells of no size") }
        let compression = Self.number(0x0103, in: bytes, order) ?? 1
        guard Self.compressions.contains(compression) else {
            throw .unsupported("TIFF with compression \(compression)")
        }
        let samples = Self.number(0x0115, in: bytes, order) ?? 1
        guard (1...Self.mostSamples).contains(samples) else {
            throw .unsupported("TIFF with \(samples) samples a pixel")
        }
        self.width = width
        self.height = height
        let orientation = Self.number(0x0112, in: bytes, order) ?? 1
        self.orientation = (1...8).contains(orientation) ? orientation : 1
    }

    /// A tag with one SHORT or LONG.
    private static func number(_ tag: Int, in bytes: Span<UInt8>, _ order: TIFFOrder) -> Int? {
        guard let entry = order.entry(tag, in: bytes, directory: order.directory), entry.count == 1
        else { return nil }
        switch entry.type {
        case 3: return order.short(bytes, at: entry.valueOffset)
        case 4: return order.long(bytes, at: entry.valueOffset)
        default: return nil
        }
    }
}
