public import Registration

/// What is refused as too much before a byte of it is unpacked.
public struct ArchiveLimits: Hashable, Sendable {
    /// The most entries, folders included.
    public var entryCount: Int
    /// The most bytes of one entry, unpacked.
    public var entrySize: ByteCount
    /// The most bytes of all entries, unpacked.
    public var totalSize: ByteCount
    /// The most bytes unpacked from one packed byte, for entries over a megabyte.
    public var ratio: Int

    /// States limits; the defaults suit an archive of one candidate.
    public init(
        entryCount: Int = 20_000,
        entrySize: ByteCount = ByteCount(1 << 30),
        totalSize: ByteCount = ByteCount(4 << 30),
        ratio: Int = 200
    ) {
        self.entryCount = entryCount
        self.entrySize = entrySize
        self.totalSize = totalSize
        self.ratio = ratio
    }
}
