/// Undoes the run-length coding of BMP files with palettes.
struct BMPRuns {
    private let header: BMPHeader
    private let bits: Int

    init(_ header: BMPHeader, bits: Int) {
        self.header = header
        self.bits = bits
    }

    /// The index of each pixel, rows from the top.
    ///
    /// Pixels that are jumped over, or missing behind the end mark, have index 0. Without the mark
    /// all pixels must be there.
    func indices(_ bytes: Span<UInt8>) throws(DecodeFault) -> [UInt8] {
        var canvas = Canvas(width: header.width, height: header.height)
        var offset = header.pixelOffset
        guard offset >= 14 else { throw .corrupt("pixels within the header") }
        while let pair = bytes.bigEndian16(at: offset) {
            let (count, value) = (pair >> 8, pair & 0xFF)
            offset += 2
            switch (count, value) {
            case (0, 0): canvas.endLine()
            case (0, 1): return canvas.indices
            case (0, 2):
                guard let jump = bytes.bigEndian16(at: offset) else { throw .truncated }
                try canvas.jump(right: jump >> 8, up: jump & 0xFF)
                offset += 2
            case (0, _):
                let length = (value * bits + 7) / 8
                guard length <= bytes.count - offset else { throw .truncated }
                for index in 0..<value {
                    let byte = bytes[offset + index * bits / 8]
                    try canvas.draw(part(index, of: byte))
                }
                // Padded to an even number of bytes.
                offset += length + length % 2
            default:
                for index in 0..<count { try canvas.draw(part(index, of: UInt8(value))) }
            }
        }
        guard canvas.isFull else { throw .truncated }
        return canvas.indices
    }

    /// With 4 bits a byte holds two pixels, the first one above.
    private func part(_ index: Int, of byte: UInt8) -> UInt8 {
        guard bits == 4 else { return byte }
        return index.isMultiple(of: 2) ? byte >> 4 : byte & 0xF
    }
}

extension BMPRuns {
    /// Where the pen stands; lines from the bottom.
    private struct Canvas {
        private let width: Int
        private let height: Int
        private var x = 0
        private var line = 0
        private(set) var indices: [UInt8]

        init(width: Int, height: Int) {
            self.width = width
            self.height = height
            indices = Array(repeating: 0, count: width * height)
        }

        var isFull: Bool { line >= height || (line == height - 1 && x == width) }

        mutating func endLine() {
            x = 0
            line += 1
        }

        mutating func jump(right: Int, up: Int) throws(DecodeFault) {
            x += right
            line += up
            guard x <= width, line <= height else { throw .corrupt("a run outside of the picture") }
        }

        mutating func draw(_ index: UInt8) throws(DecodeFault) {
            guard x < width, line < height else { throw .corrupt("a run outside of the picture") }
            indices[(height - 1 - line) * width + x] = index
            x += 1
        }
    }
}
