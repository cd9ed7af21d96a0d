/// Decodes BMP files to 8-bit red, green, blue and alpha.
///
/// In Swift because Debian's one library for it draws pictures, and brings X11 along; each index is
/// checked here, so a hostile file ends in an error at worst.
struct BMPDecoder {
    private let header: BMPHeader
    private var colours: [[UInt8]] = []

    static func decode(
        _ bytes: Span<UInt8>,
        header: BMPHeader
    ) throws(ImagingError) -> RGBAPicture {
        let decoder = BMPDecoder(bytes, header: header)
        do throws(DecodeFault) {
            let samples = try decoder.pixels(bytes)
            return RGBAPicture(width: header.width, height: header.height, samples: samples)
        } catch {
            throw ImagingError(error)
        }
    }

    private init(_ bytes: Span<UInt8>, header: BMPHeader) {
        self.header = header
        let palette = header.palette
        let end = min(bytes.count, max(header.pixelOffset, 0))
        for index in 0..<palette.count {
            let offset = palette.offset + index * palette.stride
            // A palette may be shorter than it says; the pixels are then checked against it.
            guard offset <= end - 3 else { break }
            colours.append([bytes[offset + 2], bytes[offset + 1], bytes[offset], 255])
        }
    }

    /// Red, green, blue and alpha of all pixels, rows from the top.
    private func pixels(_ bytes: Span<UInt8>) throws(DecodeFault) -> [UInt8] {
        switch (header.coding, header.bitsPerPixel) {
        case (.runs, let bits):
            return try drawn(BMPRuns(header, bits: bits).indices(bytes))
        case (.plain, 1...8): return try drawn(plainIndices(bytes))
        case (.plain, 24): return try plainColours(bytes)
        default: return try maskedColours(bytes)
        }
    }

    /// Where each row begins, from the top; rows are padded to four bytes.
    private func rows(_ bytes: Span<UInt8>) throws(DecodeFault) -> [Int] {
        let stride = (header.width * header.bitsPerPixel + 31) / 32 * 4
        let length = (header.width * header.bitsPerPixel + 7) / 8
        // The last row's padding may be missing.
        let end = header.pixelOffset + (header.height - 1) * stride + length
        guard header.pixelOffset >= 14, end <= bytes.count else { throw .truncated }
        return (0..<header.height).map {
            header.pixelOffset + (header.isTopDown ? $0 : header.height - 1 - $0) * stride
        }
    }

    private func plainIndices(_ bytes: Span<UInt8>) throws(DecodeFault) -> [UInt8] {
        let bits = header.bitsPerPixel
        let mask = UInt8(truncatingIfNeeded: 1 << bits - 1)
        var indices: [UInt8] = []
        indices.reserveCapacity(header.width * header.height)
        for row in try rows(bytes) {
            for x in 0..<header.width {
                let position = x * bits
                indices.append(bytes[row + position >> 3] >> UInt8(8 - bits - position & 7) & mask)
            }
        }
        return indices
    }

    private func drawn(_ indices: [UInt8]) throws(DecodeFault) -> [UInt8] {
        var samples: [UInt8] = []
        samples.reserveCapacity(indices.count * 4)
        for index in indices {
            guard Int(index) < colours.count else {
                throw .corrupt("a pixel has a colour that the palette lacks")
            }
            samples.append(contentsOf: colours[Int(index)])
        }
        return samples
    }

    private func plainColours(_ bytes: Span<UInt8>) throws(DecodeFault) -> [UInt8] {
        var samples: [UInt8] = []
        samples.reserveCapacity(header.width * header.height * 4)
        for row in try rows(bytes) {
            for offset in stride(from: row, to: row + header.width * 3, by: 3) {
                samples.append(bytes[offset + 2])
                samples.append(bytes[offset + 1])
                samples.append(bytes[offset])
                samples.append(255)
            }
        }
        return samples
    }

    private func maskedColours(_ bytes: Span<UInt8>) throws(DecodeFault) -> [UInt8] {
        let size = header.bitsPerPixel / 8
        let shifts = header.masks.map { $0 == 0 ? 0 : $0.trailingZeroBitCount }
        let most = zip(header.masks, shifts).map { $0 >> $1 }
        var samples: [UInt8] = []
        samples.reserveCapacity(header.width * header.height * 4)
        for row in try rows(bytes) {
            for offset in stride(from: row, to: row + header.width * size, by: size) {
                let low = Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
                let high = size == 4 ? Int(bytes[offset + 2]) | Int(bytes[offset + 3]) << 8 : 0
                let pixel = low | high << 16
                for channel in 0..<4 {
                    guard most[channel] > 0 else {
                        samples.append(channel == 3 ? 255 : 0)
                        continue
                    }
                    let value = pixel >> shifts[channel] & most[channel]
                    samples.append(UInt8(truncatingIfNeeded: value * 255 / most[channel]))
                }
            }
        }
        return samples
    }
}
