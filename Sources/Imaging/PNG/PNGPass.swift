/// Rows of one length, each behind a filter byte: a whole picture, or one of Adam7's seven.
struct PNGPass {
    /// Pixels in a row.
    let width: Int
    let rows: Int
    /// Bytes of a row without its filter byte.
    let rowBytes: Int

    var byteCount: Int { rows * (1 + rowBytes) }

    private init(width: Int, rows: Int, bitsPerPixel: Int) {
        self.width = width
        self.rows = rows
        rowBytes = (width * bitsPerPixel + 7) / 8
    }

    /// The passes of a picture, without the empty ones of small interlaced pictures.
    static func passes(of header: PNGHeader) -> [PNGPass] {
        let bits = header.bitsPerPixel
        guard header.isInterlaced else {
            return [PNGPass(width: header.width, rows: header.height, bitsPerPixel: bits)]
        }
        return adam7.compactMap { x, y, stepX, stepY in
            let width = (header.width - x + stepX - 1) / stepX
            let rows = (header.height - y + stepY - 1) / stepY
            guard width > 0, rows > 0 else { return nil }
            return PNGPass(width: width, rows: rows, bitsPerPixel: bits)
        }
    }

    /// First column and row, and the steps to the next, of ISO/IEC 15948 8.2.
    private static let adam7 = [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
    ]
}
