import CDeflate

/// Unpacks zlib streams (RFC 1950) with bounds on what comes out.
@safe final class Inflater {
    private let decompressor: OpaquePointer

    init() throws(PDFReadingError) {
        guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
            throw PDFReadingError(.noMemory, at: 0)
        }
        unsafe self.decompressor = decompressor
    }

    deinit { unsafe libdeflate_free_decompressor(decompressor) }

    /// No deflate stream can hold more bytes for each of its own.
    private static let greatestRatio = 1032

    /// Unpacks the bytes of a stream.
    ///
    /// - Parameters:
    ///   - bytes: The stream's bytes as they are stored.
    ///   - offset: Where they begin in the file, for errors.
    ///   - limit: The most bytes that may come out.
    /// - Throws: `badData` if they are damaged or others follow them; `overLimit` if there are more than
    ///   the limit, of which no more than the limit is ever in memory.
    /// - Returns: What they unpack to.
    func inflated(
        _ bytes: ArraySlice<UInt8>,
        at offset: Int,
        limit: Int
    ) throws(PDFReadingError) -> [UInt8] {
        // Some writers give a stream of nothing a filter all the same.
        guard !bytes.isEmpty else { return [] }
        let most = min(limit, bytes.count * Self.greatestRatio)
        var capacity = min(most, max(4096, bytes.count * 4))
        while true {
            let (status, read, output) = attempt(bytes, capacity: capacity)
            switch status {
            case LIBDEFLATE_SUCCESS:
                // Some writers count the line end before `endstream` as one of the stream's bytes.
                let rest = bytes.dropFirst(read)
                guard rest.count <= 2, rest.allSatisfy({ $0 == 0x0A || $0 == 0x0D }) else {
                    throw PDFReadingError(.badData, at: offset)
                }
                return output
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                guard capacity < most else {
                    throw PDFReadingError(
                        most == limit ? .overLimit : .badData,
                        at: offset
                    )
                }
                capacity = min(most, capacity * 4)
            default: throw PDFReadingError(.badData, at: offset)
            }
        }
    }

    private func attempt(
        _ bytes: ArraySlice<UInt8>,
        capacity: Int
    ) -> (status: libdeflate_result, read: Int, output: [UInt8]) {
        var (status, read) = (LIBDEFLATE_BAD_DATA, 0)
        let output = unsafe bytes.withUnsafeBytes { source in
            unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, written in
                var count = 0
                status = unsafe libdeflate_zlib_decompress_ex(
                    decompressor,
                    source.baseAddress,
                    source.count,
                    output.baseAddress,
                    capacity,
                    &read,
                    &count
                )
                written = status == LIBDEFLATE_SUCCESS ? count : 0
            }
        }
        return (status, read, output)
    }
}
