import Registration

/// What a validation found of a bag.
public struct BagValidation: Hashable, Sendable {
    /// Everything that is wrong, in the order found; empty for a valid bag without blemish.
    public internal(set) var faults: [BagFault] = []
    /// The digest of each file that could be read, so that nobody needs to hash it again.
    public internal(set) var digests: [ArchivePath: FileDigest] = [:]
    /// The fields of bag-info.txt.
    public internal(set) var info: [BagInfoField] = []
    /// The version that bagit.txt declares.
    public internal(set) var version: String?

    /// Whether the bag is complete and valid: warnings do not count.
    public var isValid: Bool { !faults.contains { $0.severity == .error } }
}
