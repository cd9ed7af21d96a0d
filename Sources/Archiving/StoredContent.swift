import CDeflate

/// An entry whose bytes lie in the archive as they are, and can be read without libzip, which copies
/// them once more and takes three times as long for their checksum.
struct StoredContent {
    private let offset: Int
    private let size: Int
    private let checksum: UInt32

    /// Nil for an entry that is packed, or for which the directory and libzip tell different sizes.
    init?(_ record: ZipDirectory.Record, size: Int) {
        guard record.isStored, record.packedSize == size, let offset = record.contentOffset else {
            return nil
        }
        (self.offset, self.size, checksum) = (offset, size, record.checksum)
    }

    /// Where the bytes lie.
    func range(in file: borrowing OpenFile) throws(ArchiveError) -> FileRange {
        try FileRange(in: file, offset: offset, count: size)
    }

    /// Reads the bytes in pieces that stay in a core's own cache between one use and the next.
    func read(
        in file: borrowing OpenFile,
        subject: String,
        _ body: (Span<UInt8>) -> Void
    ) throws(ArchiveError) {
        var (position, sum) = (0, UInt32(0))
        var buffer = [UInt8](repeating: 0, count: min(size, 98_304))
        while position < size {
            let count = try file.read(
                at: offset + position,
                into: &buffer,
                most: size - position
            )
            guard count > 0 else { throw ArchiveError(.damagedEntry, subject, reason: "cut short") }
            unsafe sum = libdeflate_crc32(sum, buffer, count)
            body(buffer.span.extracting(first: count))
            position += count
        }
        guard sum == checksum else {
            throw ArchiveError(.damagedEntry, subject, reason: "CRC error")
        }
    }
}
