/// Rows of one length, each behind a filter byte: a whole picture, or one of Adam7's seven.
struct PNGPass {
    /// Where the first pixel of the first row stands in the picture.
    let origin: (x: Int, y: Int)
    /// From a pixel of the pass to the next one in the picture.
    let step: (x: Int, y: Int)
    /// Pixels in a row.
    let width: Int
    let rows: Int
    /// Bytes of a row without its filter byte.
    let rowBytes: Int

    var byteCount: Int { rows * (1 + rowBytes) }

    private init(
        origin: (x: Int, y: Int),
        step: (x: Int, y: Int),
        of header: PNGHeader
    ) {
        self.origin = origin
        self.step = step
        width = (header.width - origin.x + step.x - 1) / step.x
        rows = (header.height - origin.y + step.y - 1) / step.y
        rowBytes = (width * header.bitsPerPixel + 7) / 8
    }

    /// The passes of a picture, without the empty ones of small interlaced pictures.
    static func passes(of header: PNGHeader) -> [PNGPass] {
        guard header.isInterlaced else {
            return [PNGPass(origin: (0, 0), step: (1, 1), of: header)]
        }
        return adam7.compactMap { x, y, stepX, stepY in
            let pass = PNGPass(origin: (x, y), step: (stepX, stepY), of: header)
            return pass.width > 0 && pass.rows > 0 ? pass : nil
        }
    }

    /// First column and row, and the steps to the next, of ISO/IEC 15948 8.2.
    private static let adam7 = [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
    ]
}
