/// The byte order of a TIFF structure, and how numbers and directories are read in it.
///
/// Whoever reads a structure names each directory itself and reads it once, so no offset is followed
/// in a loop; what lies outside of the bytes is not there.
struct TIFFOrder {
    /// One entry of a directory.
    struct Entry {
        let tag: Int
        let type: Int
        let count: Int
        /// Where the four bytes of the value, or of the offset to it, stand.
        let valueOffset: Int
    }

    private let isBigEndian: Bool
    /// Where the first directory stands.
    let directory: Int

    /// Reads the header; nil if this is no TIFF structure.
    init?(_ bytes: Span<UInt8>) {
        isBigEndian = bytes.has("MM")
        guard isBigEndian || bytes.has("II") else { return nil }
        let magic = isBigEndian ? bytes.bigEndian16(at: 2) : bytes.littleEndian16(at: 2)
        let offset = isBigEndian ? bytes.bigEndian32(at: 4) : bytes.littleEndian32(at: 4)
        guard magic == 42, let offset else { return nil }
        directory = offset
    }

    func short(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
        isBigEndian ? bytes.bigEndian16(at: offset) : bytes.littleEndian16(at: offset)
    }

    func long(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
        isBigEndian ? bytes.bigEndian32(at: offset) : bytes.littleEndian32(at: offset)
    }

    /// The first entry with a tag, in the directory at an offset.
    func entry(_ tag: Int, in bytes: Span<UInt8>, directory: Int) -> Entry? {
        guard let count = short(bytes, at: directory) else { return nil }
        for index in 0..<count {
            let start = directory + 2 + index * 12
            guard let found = short(bytes, at: start) else { return nil }
            guard found == tag else { continue }
            guard let type = short(bytes, at: start + 2), let count = long(bytes, at: start + 4)
            else { return nil }
            return Entry(tag: tag, type: type, count: count, valueOffset: start + 8)
        }
        return nil
    }

    /// The directory that an entry of type LONG points to.
    func directory(_ tag: Int, in bytes: Span<UInt8>) -> Int? {
        guard let entry = entry(tag, in: bytes, directory: directory), entry.type == 4,
            entry.count == 1
        else { return nil }
        return long(bytes, at: entry.valueOffset)
    }
}
