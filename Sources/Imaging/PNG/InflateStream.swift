import CPNG

/// zlib's decompressor with a small window of output that is overwritten again and again.
@safe
struct InflateStream: ~Copyable {
    /// What one step brought.
    enum Step {
        /// Output; more may follow without new input.
        case output
        /// All input is used up, more is needed.
        case needsInput
        /// The stream ended and its checksum fits.
        case end
    }

    /// zlib keeps a pointer to its stream, which must therefore not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let window: UnsafeMutableBufferPointer<UInt8>

    /// Starts a decompressor; nil if there is no memory for it.
    init?() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: unsafe z_stream())
        unsafe window = .allocate(capacity: 1 << 16)
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard unsafe inflateInit_(stream, ZLIB_VERSION, size) == Z_OK else { return nil }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
        unsafe window.deallocate()
    }

    /// Inflates a piece of the stream, handing out the output in small portions.
    ///
    /// Returns how many bytes were left over behind the end of the stream, nil if it has not ended.
    func inflate(
        _ input: Span<UInt8>,
        _ take: (Span<UInt8>) throws(DecodeFault) -> Void
    ) throws(DecodeFault) -> Int? {
        var offset = 0
        while true {
            let step = try step(input, &offset)
            let produced = unsafe window.count - Int(stream.pointee.avail_out)
            try take(unsafe window.span.extracting(first: produced))
            switch step {
            case .output: continue
            case .needsInput: return nil
            case .end: return input.count - offset
            }
        }
    }

    /// Inflates until the window is full or the input used up; moves the offset.
    private func step(
        _ input: Span<UInt8>,
        _ offset: inout Int
    ) throws(DecodeFault) -> Step {
        unsafe stream.pointee.next_out = unsafe window.baseAddress
        unsafe stream.pointee.avail_out = unsafe UInt32(window.count)
        let start = offset
        let status = unsafe input.withUnsafeBufferPointer { buffer in
            unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(
                mutating: buffer.baseAddress.map { unsafe $0 + start }
            )
            unsafe stream.pointee.avail_in = UInt32(buffer.count - start)
            return unsafe CPNG.inflate(stream, Z_NO_FLUSH)
        }
        offset = unsafe input.count - Int(stream.pointee.avail_in)
        switch status {
        case Z_STREAM_END: return .end
        case Z_OK, Z_BUF_ERROR:
            return unsafe stream.pointee.avail_out == 0 ? .output : .needsInput
        default:
            guard let text = unsafe stream.pointee.msg else { throw .corrupt("zlib \(status)") }
            throw .corrupt(unsafe String(cString: text))
        }
    }
}
