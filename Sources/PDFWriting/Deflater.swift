import CZ

/// Compresses one piece of bytes after another as FlateDecode wants it, with zlib's memory taken once.
@safe final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(PDFError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe cz_deflate_init(stream, Z_DEFAULT_COMPRESSION) == Z_OK else {
            unsafe stream.deallocate()
            throw PDFError(.noMemory, "")
        }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// The bytes as one zlib stream; the same bytes always give the same.
    func deflated(_ bytes: [UInt8]) -> [UInt8] {
        unsafe deflateReset(stream)
        let bound = Int(unsafe deflateBound(stream, UInt(bytes.count)))
        return unsafe bytes.withUnsafeBufferPointer { input in
            unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                // zlib only reads its input, though its type does not say so.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(input.count)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(bound)
                unsafe deflate(stream, Z_FINISH)
                count = bound - Int(unsafe stream.pointee.avail_out)
            }
        }
    }
}
