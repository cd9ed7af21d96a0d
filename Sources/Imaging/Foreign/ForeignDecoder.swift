public import Registration

/// Decodes pictures in formats that no exam takes, so that they can be saved in one that is.
public enum ForeignDecoder {
    /// What this build can decode; HEIC and AVIF need decoders that their libraries may lack.
    public static var formats: Set<PictureFormat> {
        var formats: Set<PictureFormat> = [.webp, .gif, .bmp, .tiff]
        if HEIFDecoder.isAvailable { formats.insert(.heic) }
        if AVIFDecoder.isAvailable { formats.insert(.avif) }
        return formats
    }

    /// Decodes the first picture to 8-bit gray or RGB, upright; what is transparent shows white.
    ///
    /// The size that the file claims is read and checked before any library sees the file. Colour
    /// profiles are not applied.
    ///
    /// - Parameters:
    ///   - bytes: A file.
    ///   - format: What it is, as sniffed.
    ///   - limits: What the picture may claim.
    /// - Returns: The pixels, gray if all of them are, and whether the file has more pictures.
    /// - Throws: `ImagingError` if the file is damaged, over the limits or of a format that is not
    ///   decoded.
    public static func flatten(
        _ bytes: Span<UInt8>,
        format: PictureFormat,
        limits: DecodeLimits = DecodeLimits()
    ) throws(ImagingError) -> ForeignPicture {
        guard formats.contains(format) else {
            throw ImagingError(.notDecoded, "there is no decoder of \(format.title)")
        }
        let picture = try decode(bytes, format: format, limits: limits)
        guard let pixels = picture.flattened() else {
            throw ImagingError(.notDecoded, "the decoder gave no whole picture")
        }
        return ForeignPicture(pixels: pixels, hasMore: picture.hasMore)
    }

    private static func decode(
        _ bytes: Span<UInt8>,
        format: PictureFormat,
        limits: DecodeLimits
    ) throws(ImagingError) -> RGBAPicture {
        let header: ForeignHeader
        do throws(DecodeFault) {
            header = try ForeignHeader(bytes, format: format)
            try limits.check(width: header.size.width, height: header.size.height)
        } catch {
            throw ImagingError(error)
        }
        return try decode(bytes, header: header, limits: limits)
    }

    private static func decode(
        _ bytes: Span<UInt8>,
        header: ForeignHeader,
        limits: DecodeLimits
    ) throws(ImagingError) -> RGBAPicture {
        let (width, height) = header.size
        switch header {
        case .heic: return try HEIFDecoder.decode(bytes, limits: limits)
        case .avif: return try AVIFDecoder.decode(bytes, limits: limits)
        case .webp: return try WebPDecoder.decode(bytes, width: width, height: height)
        case .gif: return try GIFDecoder.decode(bytes, width: width, height: height)
        case .tiff(let header): return try TIFFDecoder.decode(bytes, header: header)
        case .bmp(let header): return try BMPDecoder.decode(bytes, header: header)
        }
    }
}
