import Registration

/// Decodes a picture of any format that is known here, for programs that look at pixels.
public enum PictureDecoder {
    /// The pixels of a picture.
    public struct Decoded: Hashable, Sendable {
        /// Gray, or red, green and blue; as stored, whatever the file says of turning it.
        public let pixels: PixelBuffer
        /// The width of the picture, which is more than that of the pixels if it was decoded smaller.
        public let width: Int
        /// The height of the picture.
        public let height: Int
    }

    /// Decodes a picture; what is transparent shows white.
    ///
    /// - Parameters:
    ///   - bytes: A file.
    ///   - enough: A JPEG of more pixels than this is decoded at some eighths of its size.
    ///   - limits: What the picture may claim.
    /// - Throws: `ImagingError` if the file is damaged, over the limits or of a format that is not
    ///   decoded.
    /// - Returns: The pixels, and the size of the whole picture.
    public static func decode(
        _ bytes: Span<UInt8>,
        enough: Int = .max,
        limits: DecodeLimits = DecodeLimits()
    ) throws(ImagingError) -> Decoded {
        let format = PictureFormat(sniffing: bytes)
        switch format {
        case .jpeg:
            do throws(DecodeFault) {
                return try jpeg(bytes, enough: enough, limits: limits)
            } catch {
                throw ImagingError(error)
            }
        case .png: return whole(try PNGDecoder.flatten(bytes, limits: limits))
        case .unknown: throw ImagingError(.notDecoded, "no picture format begins like this")
        default:
            return whole(try ForeignDecoder.flatten(bytes, format: format, limits: limits).pixels)
        }
    }

    private static func whole(_ pixels: PixelBuffer) -> Decoded {
        Decoded(pixels: pixels, width: pixels.width, height: pixels.height)
    }

    private static func jpeg(
        _ bytes: Span<UInt8>,
        enough: Int,
        limits: DecodeLimits
    ) throws(DecodeFault) -> Decoded {
        var structure = JPEGStructure()
        try structure.read(bytes, limits: limits)
        guard let frame = structure.frame else { throw .truncated }
        let (width, height) = (frame.width, frame.height)
        let eighths = (1...8).last { width * height * $0 * $0 / 64 <= enough } ?? 1
        let pixels = try PictureInspector(limits: limits).decode(
            bytes,
            JPEGDecoder.Output(
                width: width,
                height: height,
                eighths: eighths,
                channels: frame.hasPlainColours ? 3 : 1
            ),
            structure
        )
        return Decoded(pixels: pixels, width: width, height: height)
    }
}
