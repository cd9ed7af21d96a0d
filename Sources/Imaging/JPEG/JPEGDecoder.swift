import CTurboJPEG

/// TurboJPEG, used to read every bit of a picture and keep no pixels.
@safe
struct JPEGDecoder: ~Copyable {
    /// What libjpeg objected to.
    struct Objection {
        let text: String
        /// Whether libjpeg would have gone on.
        let isWarning: Bool
    }

    private let handle: tjhandle

    /// Makes a decoder; nil if there is no memory for it.
    init?() {
        guard let handle = unsafe tjInitDecompress() else { return nil }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe tjDestroy(handle) }

    /// Decodes to gray at an eighth of the size; returns the first objection, nil if there is none.
    ///
    /// At this scale all Huffman data is read, yet neither colour nor most of the inverse transform
    /// is computed.
    func objection(to bytes: Span<UInt8>, width: Int, height: Int) -> Objection? {
        let scaledWidth = (width + 7) / 8
        let scaledHeight = (height + 7) / 8
        var status: Int32 = -1
        _ = unsafe [UInt8](unsafeUninitializedCapacity: scaledWidth * scaledHeight) { pixels, _ in
            status = unsafe bytes.withUnsafeBufferPointer { data in
                unsafe tjDecompress2(
                    handle,
                    data.baseAddress,
                    UInt(data.count),
                    pixels.baseAddress,
                    Int32(scaledWidth),
                    0,
                    Int32(scaledHeight),
                    Int32(TJPF_GRAY.rawValue),
                    TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
                )
            }
        }
        guard status != 0 else { return nil }
        let text = unsafe String(cString: tjGetErrorStr2(handle))
        return unsafe Objection(
            text: text,
            isWarning: tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
        )
    }
}
