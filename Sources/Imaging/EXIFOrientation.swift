/// The orientation tag (0x0112) of EXIF metadata, as stored.
public struct EXIFOrientation: RawRepresentable, Hashable, Sendable {
    /// The number in the file: 1 to 8 have a meaning, others occur.
    public let rawValue: Int

    /// Wraps a stored number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Finds the tag in a TIFF structure (JPEG APP1 behind "Exif\0\0", PNG eXIf).
    ///
    /// Only the first directory counts, so no offset is followed twice and no loop is possible; what
    /// lies outside of the bytes is not there. A tag of another type than SHORT is ignored, as
    /// browsers do.
    public init?(tiff bytes: Span<UInt8>) {
        let isBigEndian = bytes.has("MM")
        guard isBigEndian || bytes.has("II") else { return nil }

        func short(_ offset: Int) -> Int? {
            isBigEndian ? bytes.bigEndian16(at: offset) : bytes.littleEndian16(at: offset)
        }
        func long(_ offset: Int) -> Int? {
            isBigEndian ? bytes.bigEndian32(at: offset) : bytes.littleEndian32(at: offset)
        }

        guard short(2) == 42, let directory = long(4), let count = short(directory) else {
            return nil
        }
        for index in 0..<count {
            let entry = directory + 2 + index * 12
            guard let tag = short(entry) else { return nil }
            guard tag == 0x0112 else { continue }
            guard short(entry + 2) == 3, long(entry + 4) == 1, let value = short(entry + 8) else {
                return nil
            }
            rawValue = value
            return
        }
        return nil
    }
}
