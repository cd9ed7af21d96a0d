public import Registration

/// What a file's bytes are known by: their number and their SHA-256.
public struct FileDigest: Hashable, Sendable {
    /// The number of bytes.
    public let size: ByteCount
    /// The SHA-256 of the bytes.
    public let hash: ContentHash

    /// States a digest.
    public init(size: ByteCount, hash: ContentHash) {
        self.size = size
        self.hash = hash
    }

    /// Computes the digest of bytes in memory.
    public init(of bytes: [UInt8]) {
        var sum = RunningDigest()
        sum.update(bytes.span)
        self = sum.finish()
    }
}
