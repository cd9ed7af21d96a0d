import CTurboJPEG

/// TurboJPEG, used to read every bit of a picture once: to hear what it objects to, and for pixels
/// to measure.
@safe
package struct JPEGDecoder: ~Copyable {
    /// What libjpeg objected to.
    package struct Objection: Error {
        let text: String
        /// Whether libjpeg would have gone on.
        let isWarning: Bool
    }

    /// How large, and in which colours, the pixels are wanted.
    package struct Output {
        let width: Int
        let height: Int
        private(set) var channels: Int
        /// Whether no pixel is left out.
        let isWhole: Bool

        /// Asks for gray at some eighths of the size of a picture.
        package init(width: Int, height: Int, eighths: Int, channels: Int = 1) {
            self.width = (width * eighths + 7) / 8
            self.height = (height * eighths + 7) / 8
            self.channels = channels
            isWhole = eighths == 8
        }

        /// Chooses by the size of a picture: small ones whole and in colour, others in gray, with
        /// the inverse transform computed at a few eighths of the size only.
        init(_ frame: JPEGFrame) {
            let eighths = DecodeScale.eighths(longSide: max(frame.width, frame.height))
            self.init(width: frame.width, height: frame.height, eighths: eighths)
            if isWhole, frame.hasPlainColours { channels = 3 }
        }
    }

    private let handle: tjhandle

    /// Makes a decoder; nil if there is no memory for it.
    package init?() {
        guard let handle = unsafe tjInitDecompress() else { return nil }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe tjDestroy(handle) }

    /// Decodes a picture; throws the first objection.
    ///
    /// All Huffman data is read at any size.
    package func decode(_ bytes: Span<UInt8>, _ output: Output) throws(Objection) -> PixelBuffer {
        let count = output.width * output.height * output.channels
        let samples = unsafe [UInt8](unsafeUninitializedCapacity: count) { pixels, initialized in
            let status = unsafe bytes.withUnsafeBufferPointer { data in
                unsafe tjDecompress2(
                    handle,
                    data.baseAddress,
                    UInt(data.count),
                    pixels.baseAddress,
                    Int32(output.width),
                    0,
                    Int32(output.height),
                    Int32(output.channels == 3 ? TJPF_RGB.rawValue : TJPF_GRAY.rawValue),
                    TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
                )
            }
            initialized = status == 0 ? count : 0
        }
        let pixels = PixelBuffer(
            width: output.width,
            height: output.height,
            channels: output.channels,
            samples: samples
        )
        guard let pixels else { throw objection }
        return pixels
    }

    private var objection: Objection {
        let text = unsafe String(cString: tjGetErrorStr2(handle))
        return unsafe Objection(
            text: text,
            isWarning: tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
        )
    }
}
