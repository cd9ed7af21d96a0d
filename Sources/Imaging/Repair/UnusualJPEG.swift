import CTurboJPEG
import Registration

/// Decodes the JPEGs that libjpeg reads but a PDF or a portal may not: with arithmetic coding, or in
/// the four inks of print.
enum UnusualJPEG {
    /// Decodes a file to RGB or gray.
    ///
    /// Inks become colours as without a profile: each takes its part of the light away.
    ///
    /// - Throws: `ImagingError` if libjpeg cannot decode it, or objects to anything.
    static func pixels(
        of bytes: [UInt8],
        _ facts: PictureFacts,
        limits: DecodeLimits
    ) throws(ImagingError) -> PixelBuffer {
        do throws(DecodeFault) {
            try limits.check(width: facts.width, height: facts.height)
        } catch {
            throw ImagingError(error)
        }
        let channels = facts.colour == .cmyk ? 4 : facts.colour == .gray ? 1 : 3
        let samples = try decode(bytes, facts.storedSize, channels: channels)
        guard channels == 4 else {
            return PixelBuffer(checked: samples, facts.storedSize, channels: channels)
        }
        let isInverted = (0..<bytes.count - 9).contains { place in
            bytes.span.has([0xFF, 0xEE], at: place) && bytes.span.has("Adobe", at: place + 4)
        }
        let colours = colours(of: samples, isInverted: isInverted)
        return PixelBuffer(checked: colours, facts.storedSize, channels: 3)
    }

    private static func decode(
        _ bytes: [UInt8],
        _ size: PixelSize,
        channels: Int
    ) throws(ImagingError) -> [UInt8] {
        guard let handle = unsafe tjInitDecompress() else {
            throw ImagingError(.notDecoded, "no memory for a decoder")
        }
        defer { unsafe tjDestroy(handle) }
        let format = channels == 4 ? TJPF_CMYK : channels == 1 ? TJPF_GRAY : TJPF_RGB
        let count = size.area * channels
        let samples = unsafe [UInt8](unsafeUninitializedCapacity: count) { pixels, initialized in
            let status = unsafe bytes.withUnsafeBufferPointer { data in
                unsafe tjDecompress2(
                    handle,
                    data.baseAddress,
                    UInt(data.count),
                    pixels.baseAddress,
                    Int32(size.width),
                    0,
                    Int32(size.height),
                    Int32(format.rawValue),
                    TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
                )
            }
            initialized = status == 0 ? count : 0
        }
        guard samples.count == count else {
            throw ImagingError(.notDecoded, unsafe String(cString: tjGetErrorStr2(handle)))
        }
        return samples
    }

    /// Adobe's programs store inks inverted, and say so by their segment.
    private static func colours(of inks: [UInt8], isInverted: Bool) -> [UInt8] {
        let source = inks.span
        return [UInt8](capacity: inks.count / 4 * 3) { output in
            for pixel in stride(from: 0, to: source.count, by: 4) {
                let black = isInverted ? Int(source[pixel + 3]) : 255 - Int(source[pixel + 3])
                for channel in 0..<3 {
                    let ink = Int(source[pixel + channel])
                    let light = isInverted ? ink : 255 - ink
                    output.append(UInt8(truncatingIfNeeded: (light * black + 127) / 255))
                }
            }
        }
    }
}
