import CPNG

/// Decodes the PNG pictures that a PDF cannot take over as they are.
public enum PNGDecoder {
    /// Decodes to 8-bit gray or RGB; what is transparent shows white paper.
    ///
    /// Alpha is applied to the samples as they are stored, without gamma, as Pillow and browsers
    /// do. 16-bit samples are rounded to the nearest of 8 bits.
    ///
    /// - Parameters:
    ///   - bytes: A PNG file.
    ///   - limits: What the picture may claim.
    /// - Returns: The pixels, gray for the gray colour types, else RGB.
    /// - Throws: `ImagingError` if the file is damaged or over the limits.
    public static func flatten(
        _ bytes: Span<UInt8>,
        limits: DecodeLimits = DecodeLimits()
    ) throws(ImagingError) -> PixelBuffer {
        let layout = try PNGLayout(reading: bytes, limits: limits)
        let channels = [0, 4].contains(layout.colourType) ? 1 : 3
        let count = layout.width * layout.height * channels
        var message = ""
        let samples = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            let failure = unsafe decode(bytes, layout, into: buffer, count)
            message = failure ?? ""
            initialized = failure == nil ? count : 0
        }
        let pixels = PixelBuffer(
            width: layout.width,
            height: layout.height,
            channels: channels,
            samples: samples
        )
        guard let pixels else { throw ImagingError(.notDecoded, message) }
        return pixels
    }

    /// Returns libpng's message, nil if all went well.
    private static func decode(
        _ bytes: Span<UInt8>,
        _ layout: PNGLayout,
        into samples: UnsafeMutableBufferPointer<UInt8>,
        _ count: Int
    ) -> String? {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CPNG_MESSAGE_SIZE)) {
            message in
            let status = unsafe bytes.withUnsafeBufferPointer { data in
                unsafe cpng_flatten(
                    data.baseAddress,
                    data.count,
                    UInt32(layout.width),
                    UInt32(layout.height),
                    samples.baseAddress,
                    count,
                    message.baseAddress
                )
            }
            guard status != 0, let text = message.baseAddress else { return nil }
            return unsafe String(cString: text)
        }
    }
}
