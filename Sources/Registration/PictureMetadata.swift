/// What a picture file says beside its pixels.
public struct PictureMetadata: Hashable, Sendable {
    /// Whether EXIF names the place where the picture was taken.
    public var hasPlace: Bool
    /// Whether EXIF names the serial number of a camera or a lens.
    public var hasSerialNumber: Bool
    /// The day on which the picture was taken or scanned, as EXIF has it.
    public var dateTaken: PartialDate?
    /// How strongly a JPEG was quantized; nil for other formats.
    public var quality: JPEGQuality?

    /// States what was found; nothing, by default.
    public init(
        hasPlace: Bool = false,
        hasSerialNumber: Bool = false,
        dateTaken: PartialDate? = nil,
        quality: JPEGQuality? = nil
    ) {
        self.hasPlace = hasPlace
        self.hasSerialNumber = hasSerialNumber
        self.dateTaken = dateTaken
        self.quality = quality
    }
}
