import Crypto
public import Registration

/// SHA-256 over bytes that come in pieces.
public struct ContentHasher {
    private var state = SHA256()

    /// Starts with no bytes.
    public init() {}

    /// Adds bytes.
    public mutating func update(_ bytes: [UInt8]) { update(bytes.span.bytes) }

    /// Adds bytes that lie somewhere in memory, such as a mapped file.
    public mutating func update(_ bytes: RawSpan) {
        bytes.withUnsafeBytes { state.update(bufferPointer: $0) }
    }

    /// The hash of all bytes so far; more may follow.
    public var hash: ContentHash {
        guard let hash = ContentHash(bytes: Array(state.finalize())) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        return hash
    }
}

extension ContentHash {
    /// The hash of these bytes.
    public static func of(_ bytes: [UInt8]) -> ContentHash { of(bytes.span.bytes) }

    /// The hash of bytes that lie somewhere in memory.
    public static func of(_ bytes: RawSpan) -> ContentHash {
        var hasher = ContentHasher()
        hasher.update(bytes)
        return hasher.hash
    }
}
