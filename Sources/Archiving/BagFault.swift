public import Registration

/// One thing that is wrong with a bag or with what holds it: a value, collected, never thrown.
public struct BagFault: Hashable, Sendable {
    /// A stable name, "bag.file-missing".
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        init(_ name: String) { rawValue = name }
    }

    /// What is wrong.
    public let code: Code
    /// An error makes the bag invalid, a warning does not.
    public let severity: Finding.Severity
    /// The file concerned, as a path below the bag's root; nil when it is the whole.
    public let file: ArchivePath?
    /// Particulars for a log, in English ("3 bytes, 4 stated"); may be empty.
    public let detail: String

    init(
        _ code: Code,
        _ severity: Finding.Severity = .error,
        _ file: ArchivePath? = nil,
        detail: String = ""
    ) {
        self.code = code
        self.severity = severity
        self.file = file
        self.detail = detail
    }
}

extension BagFault: CustomStringConvertible {
    /// The fault on one line.
    public var description: String {
        let parts = [severity.rawValue, code.rawValue, file?.description ?? "", detail]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Faults of what holds the bag: a zip archive or a folder.
extension BagFault.Code {
    /// An entry's path is not safe; the detail names the hazard.
    public static let unsafePath = Self("container.unsafe-path")
    /// An entry's name is not UTF-8.
    public static let nameNotUTF8 = Self("container.name-not-utf8")
    /// Two entries bear one name.
    public static let duplicateName = Self("container.duplicate-name")
    /// Two names differ only in case or Unicode form, or one is a file and the other's folder.
    public static let clashingNames = Self("container.clashing-names")
    /// An entry is a symbolic link.
    public static let symbolicLink = Self("container.symbolic-link")
    /// An entry is a device, a pipe or a socket.
    public static let specialFile = Self("container.special-file")
    /// A folder's entry holds bytes.
    public static let folderWithData = Self("container.folder-with-data")
    /// An entry is encrypted.
    public static let encrypted = Self("container.encrypted")
    /// An entry is compressed by a method other than store and deflate.
    public static let unsupportedCompression = Self("container.unsupported-compression")
    /// An entry, or all together, would be larger than allowed.
    public static let tooLarge = Self("container.too-large")
    /// There are more entries than allowed.
    public static let tooManyEntries = Self("container.too-many-entries")
    /// An entry grows on reading by more than any honest file.
    public static let suspiciousRatio = Self("container.suspicious-ratio")
    /// The zip's own structure contradicts itself, so readers may see different contents.
    public static let ambiguousStructure = Self("container.ambiguous-structure")
    /// Entries share bytes.
    public static let overlappingEntries = Self("container.overlapping-entries")
    /// There are bytes that belong to no entry.
    public static let unlistedBytes = Self("container.unlisted-bytes")
    /// Times, versions or modes of the zip are not as this program writes them: they belong to no
    /// file, and nothing binds them.
    public static let notAsWritten = Self("container.not-as-written")
    /// The zip bears a comment.
    public static let comment = Self("container.comment")
    /// The zip holds something else than one folder.
    public static let notOneRoot = Self("container.not-one-root")
    /// There are more faults than are told.
    public static let tooManyFaults = Self("container.too-many-faults")
    /// A folder could not be listed.
    public static let unreadableFolder = Self("container.unreadable-folder")
}
