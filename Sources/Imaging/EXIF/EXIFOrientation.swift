/// The orientation tag (0x0112) of EXIF metadata, as stored.
public struct EXIFOrientation: RawRepresentable, Hashable, Sendable {
    /// The number in the file: 1 to 8 have a meaning, others occur.
    public let rawValue: Int

    /// Wraps a stored number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Finds the tag in a TIFF structure (JPEG APP1 behind "Exif\0\0", PNG eXIf).
    ///
    /// Only the first directory counts. A tag of another type than SHORT is ignored, as browsers
    /// do.
    public init?(tiff bytes: Span<UInt8>) {
        guard let order = TIFFOrder(bytes),
            let entry = order.entry(0x0112, in: bytes, directory: order.directory),
            entry.type == 3, entry.count == 1,
            let value = order.short(bytes, at: entry.valueOffset)
        else { return nil }
        rawValue = value
    }
}
