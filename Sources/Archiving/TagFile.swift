/// A file of a bag outside its payload, such as a seal.
public struct TagFile: Hashable, Sendable {
    /// The path below the bag's root.
    public let path: ArchivePath
    /// The contents.
    public let bytes: [UInt8]

    /// States a tag file.
    public init(_ path: ArchivePath, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
