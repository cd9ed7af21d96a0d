/// The end record of a zip archive, or its Zip64 form: where the central directory lies.
struct ZipEnd {
    private(set) var entryCount: Int
    private(set) var directorySize: Int
    private(set) var directoryOffset: Int

    /// What libzip would hold several times over before it could be asked about a single entry.
    private static let mostDirectoryBytes = 16 << 20

    /// Where the end records begin, the Zip64 ones first.
    private(set) var offset: Int
    let commentLength: Int
    /// Whether another end record fits too, so that readers disagree on the contents.
    let isAmbiguous: Bool

    init(of file: borrowing OpenFile) throws(ArchiveError) {
        let fileSize = file.size
        let tailStart = max(0, fileSize - 65_557)
        let tail = ZipFields(try file.bytes(at: tailStart, count: fileSize - tailStart))
        let ends = stride(from: tail.count - 22, through: 0, by: -1).filter { offset in
            tail.u32(at: offset) == 0x0605_4B50
        }
        let whole = ends.filter { offset in
            tail.u16(at: offset + 20).map { offset + 22 + $0 == tail.count } ?? false
        }
        guard let end = whole.first ?? ends.first, let count = tail.u16(at: end + 10),
            let size = tail.u32(at: end + 12), let offset = tail.u32(at: end + 16)
        else { throw ArchiveError(.notAnArchive, file.subject, reason: "no end record") }
        commentLength = tail.count - end - 22
        isAmbiguous =
            ends.contains { $0 != end && $0 > end - 22 } || ends.first != end || whole.count > 1
        (entryCount, directorySize, directoryOffset) = (count, size, offset)
        self.offset = tailStart + end
        if let locator = tail.bytes(at: end - 20, count: 20).map(ZipFields.init),
            locator.u32(at: 0) == 0x0706_4B50
        {
            try widen(by: file, at: locator.u64(at: 8) ?? .max >> 8)
        }
        guard directoryOffset + directorySize <= fileSize else {
            throw ArchiveError(.notAnArchive, file.subject, reason: "directory outside the file")
        }
        guard directorySize <= Self.mostDirectoryBytes else {
            throw ArchiveError(.tooLarge, file.subject, reason: "directory")
        }
        // A record of the directory has 46 bytes at least.
        guard entryCount <= directorySize / 46 else {
            throw ArchiveError(.notAnArchive, file.subject, reason: "number of entries")
        }
    }

    private mutating func widen(
        by file: borrowing OpenFile,
        at offset: Int
    ) throws(ArchiveError) {
        let wide = ZipFields(try file.bytes(at: offset, count: 56))
        guard wide.u32(at: 0) == 0x0606_4B50, let count = wide.u64(at: 32),
            let size = wide.u64(at: 40), let place = wide.u64(at: 48)
        else { throw ArchiveError(.notAnArchive, file.subject, reason: "no Zip64 end record") }
        (entryCount, directorySize, directoryOffset) = (count, size, place)
        self.offset = offset
    }
}
