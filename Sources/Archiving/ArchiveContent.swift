public import Registration

/// Where the bytes of an entry come from.
public enum ArchiveContent: Hashable, Sendable {
    /// Bytes in memory.
    case bytes([UInt8])
    /// A regular file, with the digest it had when it was checked: packing fails when it has another.
    case file(path: String, digest: FileDigest)

    /// The number of bytes.
    public var size: ByteCount {
        switch self {
        case .bytes(let bytes): ByteCount(bytes.count)
        case .file(_, let digest): digest.size
        }
    }

    /// The digest: computed for bytes, promised for a file.
    public var digest: FileDigest {
        switch self {
        case .bytes(let bytes): FileDigest(of: bytes)
        case .file(_, let digest): digest
        }
    }
}
