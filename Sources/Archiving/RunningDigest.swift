import Crypto
import Registration

/// A SHA-256 and a byte count that grow with the bytes that pass.
struct RunningDigest {
    private var sha256 = SHA256()
    private(set) var count = 0

    mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe update($0) }
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        unsafe sha256.update(bufferPointer: bytes)
    }

    func finish() -> FileDigest {
        // Never empty: a SHA-256 has the 32 bytes that ContentHash wants.
        guard let hash = ContentHash(bytes: Array(sha256.finalize())) else {
            preconditionFailure("SHA-256 without 32 bytes")
        }
        return FileDigest(size: ByteCount(count), hash: hash)
    }
}
