/// What was measured of one picture file: facts only, no judgement.
public struct PictureFacts: Hashable, Sendable {
    /// Why the pixels of a picture cannot be had, or cannot be put into a PDF as they are.
    public enum Damage: Hashable, Sendable {
        /// The file ends before the picture does.
        case truncated
        /// The data contradicts itself; the text says where, in English, for the log.
        case corrupt(String)
        /// The format is right but this kind of it cannot be used ("CMYK", "12-bit", "arithmetic").
        case unsupported(String)
        /// The picture claims more pixels, scans or inflated bytes than we are willing to decode.
        case overLimit(String)
    }

    /// How the pixels are coded.
    public enum Colour: String, Hashable, Sendable {
        case gray
        case rgb
        case indexed
        case grayAlpha
        case rgbAlpha
        case cmyk
    }

    /// The true format.
    public var format: PictureFormat
    /// The size of the file.
    public var size: ByteCount
    /// The SHA-256 of the file.
    public var hash: ContentHash
    /// Width in pixels as stored, before any EXIF orientation; 0 if unknown.
    public var width: Int
    /// Height in pixels as stored, before any EXIF orientation; 0 if unknown.
    public var height: Int
    /// Bits for one sample of one channel; 0 if unknown.
    public var bitsPerSample: Int
    /// The colour model; nil if unknown.
    public var colour: Colour?
    /// The EXIF orientation tag (TIFF 0x0112) as stored, nil where there is none.
    public var orientation: Int?
    /// Whether a JPEG is progressive or a PNG interlaced.
    public var isProgressive: Bool
    /// Whether a PNG carries transparency (an alpha channel or a tRNS chunk).
    public var hasTransparency: Bool
    /// Whether some pixel of a PNG is not opaque.
    public var isTranslucent: Bool
    /// Bytes after the end of the picture.
    public var trailingBytes: Int
    /// The fault that keeps the picture from being used; nil if every pixel was decoded.
    public var damage: Damage?
    /// What the file says beside its pixels.
    public var metadata: PictureMetadata
    /// What the pixels look like; nil where they cannot be had or were not looked at.
    public var content: PictureContent?

    /// States the facts that are known before anything is decoded; the rest starts as unknown.
    public init(format: PictureFormat, size: ByteCount, hash: ContentHash) {
        self.format = format
        self.size = size
        self.hash = hash
        width = 0
        height = 0
        bitsPerSample = 0
        colour = nil
        orientation = nil
        isProgressive = false
        hasTransparency = false
        isTranslucent = false
        trailingBytes = 0
        damage = nil
        metadata = PictureMetadata()
        content = nil
    }

    /// Whether the stored pixels must be turned or mirrored to be seen upright (EXIF 2 to 8; 0 is a
    /// known fault of cameras and means nothing).
    public var needsTurning: Bool {
        guard let orientation else { return false }
        return (2...8).contains(orientation)
    }

    /// Width and height as seen upright: swapped for EXIF orientations 5 to 8.
    public var uprightSize: (width: Int, height: Int) {
        if let orientation, (5...8).contains(orientation) { return (height, width) }
        return (width, height)
    }
}
