extension RGBAPicture {
    /// What a decoder says besides the pixels.
    struct Outcome {
        /// A message; nil if all went well.
        var failure: String?
        /// Not zero if the file has more pictures.
        var hasMore: Int32 = 0
    }

    /// Lets a decoder fill a picture of a known size.
    init(
        width: Int,
        height: Int,
        drawing: (UnsafeMutableBufferPointer<UInt8>) -> Outcome
    ) throws(ImagingError) {
        let count = width * height * 4
        var outcome = Outcome()
        samples = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            let exact = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<count])
            outcome = unsafe drawing(exact)
            initialized = outcome.failure == nil ? count : 0
        }
        if let failure = outcome.failure { throw ImagingError(.notDecoded, failure) }
        self.width = width
        self.height = height
        hasMore = outcome.hasMore != 0
    }

    /// Copies rows that lie a stride apart.
    init(width: Int, height: Int, rows: UnsafePointer<UInt8>, stride: Int) {
        var samples: [UInt8] = []
        samples.reserveCapacity(width * height * 4)
        for y in 0..<height {
            let row = unsafe UnsafeBufferPointer(start: rows + y * stride, count: width * 4)
            unsafe samples.append(contentsOf: row)
        }
        self.samples = samples
        self.width = width
        self.height = height
    }
}

/// Runs C that returns 0, or else leaves a message; nil if all went well.
func messageOfC(
    capacity: Int,
    _ call: (UnsafeMutablePointer<CChar>?) -> Int32
) -> String? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { message in
        unsafe message.initialize(repeating: 0)
        guard unsafe call(message.baseAddress) != 0, let text = message.baseAddress else {
            return nil
        }
        return unsafe String(cString: text)
    }
}
