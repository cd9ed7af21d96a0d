import CPNG
import Registration

/// Encodes pixels as PNG: as few bits a pixel as their colours need, packed as tightly as zlib can.
package enum PNGEncoder {
    /// Encodes a picture, without metadata and not interlaced.
    ///
    /// - Throws: `ImagingError` if there is not enough memory.
    package static func encode(_ pixels: PixelBuffer) throws(ImagingError) -> [UInt8] {
        let rows = PNGRows(pixels)
        var file = PNGChunk.signature
        var header: [UInt8] = []
        header.appendBigEndian(pixels.width)
        header.appendBigEndian(pixels.height)
        header += [UInt8(rows.bitDepth), rows.colourType, 0, 0, 0]
        append("IHDR", header, to: &file)
        if !rows.palette.isEmpty { append("PLTE", rows.palette, to: &file) }
        append("IDAT", try deflate(rows.filtered), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    private static func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
        file.appendBigEndian(content.count)
        let start = file.count
        file += Array(name.utf8) + content
        let sum = unsafe file[start...].withUnsafeBufferPointer {
            unsafe crc32_z(0, $0.baseAddress, $0.count)
        }
        file.appendBigEndian(Int(sum))
    }

    private static func deflate(_ bytes: [UInt8]) throws(ImagingError) -> [UInt8] {
        let bound = Int(compressBound(UInt(bytes.count)))
        var status = Z_OK
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, initialized in
            var count = UInt(bound)
            status = unsafe bytes.withUnsafeBufferPointer { input in
                unsafe compress2(
                    output.baseAddress,
                    &count,
                    input.baseAddress,
                    UInt(input.count),
                    Z_BEST_COMPRESSION
                )
            }
            initialized = status == Z_OK ? Int(count) : 0
        }
        guard status == Z_OK else { throw ImagingError(.notDecoded, "no memory to deflate") }
        return packed
    }
}

extension [UInt8] {
    /// Four bytes, most significant first.
    fileprivate mutating func appendBigEndian(_ number: Int) {
        for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
