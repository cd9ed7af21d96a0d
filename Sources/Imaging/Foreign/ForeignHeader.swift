import Registration

/// What the header of a picture that no exam takes claims, read without any decoder.
enum ForeignHeader {
    case heic(HEIFHeader)
    case avif(HEIFHeader)
    case webp(WebPHeader)
    case gif(GIFHeader)
    case tiff(TIFFHeader)
    case bmp(BMPHeader)

    /// Reads the header; throws where it cannot be read, or tells of a kind that is not decoded.
    init(_ bytes: Span<UInt8>, format: PictureFormat) throws(DecodeFault) {
        switch format {
        case .heic: self = .heic(try HEIFHeader(bytes))
        case .avif: self = .avif(try HEIFHeader(bytes))
        case .webp: self = .webp(try WebPHeader(bytes))
        case .gif: self = .gif(try GIFHeader(bytes))
        case .tiff: self = .tiff(try TIFFHeader(bytes))
        case .bmp: self = .bmp(try BMPHeader(bytes))
        default: throw .unsupported(format.title)
        }
        guard size.width > 0, size.height > 0 else {
            throw .corrupt("\(size.width)x\(size.height) pixels")
        }
    }

    /// The claimed size as it is stored, before any turn.
    var size: (width: Int, height: Int) {
        switch self {
        case .heic(let header), .avif(let header): header.size
        case .webp(let header): header.size
        case .gif(let header): header.size
        case .tiff(let header): (header.width, header.height)
        case .bmp(let header): (header.width, header.height)
        }
    }

    /// The size that some bytes claim.
    static func size(
        of bytes: Span<UInt8>,
        format: PictureFormat
    ) throws(DecodeFault) -> (width: Int, height: Int) {
        try ForeignHeader(bytes, format: format).size
    }
}
