public import Registration

/// One entry of a zip archive, as its directory states it.
public struct ArchiveEntry: Hashable, Sendable {
    /// What an entry is.
    public enum Kind: Hashable, Sendable {
        case file
        case folder
        case symbolicLink
        case special
    }

    /// How an entry's bytes are packed.
    public enum Compression: Hashable, Sendable {
        case stored
        case deflated
        case other(Int)
    }

    /// The path, from the archive's root.
    public let path: ArchivePath
    /// The number of bytes, unpacked.
    public let size: ByteCount
    /// The number of bytes, packed.
    public let packedSize: ByteCount
    /// How the bytes are packed.
    public let compression: Compression
    /// What it is.
    public let kind: Kind
    /// Whether it is encrypted.
    public let isEncrypted: Bool
    /// Its number in the directory.
    let index: Int
}
