public import Registration

/// The manifest of a bag's payload as it is written: what a seal of the whole bag signs.
public struct PayloadManifest: Hashable, Sendable {
    /// Its path below the bag's root.
    public static let path: ArchivePath = "manifest-sha256.txt"

    /// The contents of the file.
    public let bytes: [UInt8]
    /// The SHA-256 of the contents.
    public let hash: ContentHash

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        hash = FileDigest(of: bytes).hash
    }
}
