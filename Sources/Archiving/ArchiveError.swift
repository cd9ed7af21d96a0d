/// Why an archive, a bag or a file could not be written or read.
public struct ArchiveError: Error, Hashable, Sendable {
    /// What went wrong.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// A stable name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A file or folder could not be opened.
        public static let cannotOpen = Self(rawValue: "archive.cannot-open")
        /// A file could not be read to its end.
        public static let cannotRead = Self(rawValue: "archive.cannot-read")
        /// The archive could not be written: no space, no permission.
        public static let cannotWrite = Self(rawValue: "archive.cannot-write")
        /// There is a file of this name already, and it was not to be replaced.
        public static let alreadyExists = Self(rawValue: "archive.already-exists")
        /// The path is no regular file.
        public static let notRegularFile = Self(rawValue: "archive.not-regular-file")
        /// A file has other bytes than when it was hashed.
        public static let changedWhilePacking = Self(rawValue: "archive.changed-while-packing")
        /// An entry does not sort after the one before it.
        public static let unsortedEntry = Self(rawValue: "archive.unsorted-entry")
        /// An entry's name is taken, or differs only in case or Unicode form from one that is.
        public static let duplicateEntry = Self(rawValue: "archive.duplicate-entry")
        /// An entry's path is not safe on every system.
        public static let unsafePath = Self(rawValue: "archive.unsafe-path")
        /// An archive without entries was to be written.
        public static let emptyArchive = Self(rawValue: "archive.empty")
        /// The date cannot stand in a zip entry.
        public static let dateOutOfRange = Self(rawValue: "archive.date-out-of-range")
        /// A field of bag-info.txt holds a line break or no name.
        public static let badField = Self(rawValue: "archive.bad-field")
        /// The file is no zip archive, or not a whole one.
        public static let notAnArchive = Self(rawValue: "archive.not-an-archive")
        /// The bytes of an entry do not fit its size or checksum.
        public static let damagedEntry = Self(rawValue: "archive.damaged-entry")
        /// An entry cannot be read: encrypted, or compressed by an unknown method.
        public static let unreadableEntry = Self(rawValue: "archive.unreadable-entry")
        /// There is no such entry.
        public static let noSuchEntry = Self(rawValue: "archive.no-such-entry")
        /// A limit was passed.
        public static let tooLarge = Self(rawValue: "archive.too-large")
    }

    /// What went wrong.
    public let code: Code
    /// What it was about: a path inside the archive or bag, or the last part of a file's path.
    public let subject: String
    /// What the system or libzip said, in English; may be empty.
    public let reason: String

    init(_ code: Code, _ subject: String, reason: String = "") {
        self.code = code
        self.subject = subject
        self.reason = reason
    }
}

extension ArchiveError: CustomStringConvertible {
    /// The error as a sentence.
    public var description: String {
        let cause = reason.isEmpty ? "" : " (\(reason))"
        return switch code {
        case .cannotOpen: "Cannot open \(subject)\(cause)."
        case .cannotRead: "Cannot read \(subject)\(cause)."
        case .cannotWrite: "Cannot write \(subject)\(cause)."
        case .alreadyExists: "\(subject) exists already."
        case .notRegularFile: "\(subject) is not a regular file."
        case .changedWhilePacking: "\(subject) changed while it was being packed."
        case .unsortedEntry: "The entry \(subject) does not sort after the one before it."
        case .duplicateEntry: "The entry \(subject) collides with another one\(cause)."
        case .unsafePath: "The entry's path \(subject) is not safe\(cause)."
        case .emptyArchive: "There is nothing to put into \(subject)."
        case .dateOutOfRange: "A zip entry cannot be dated \(subject)."
        case .badField: "bag-info.txt cannot hold the field \(subject)."
        case .notAnArchive: "\(subject) is not a whole zip archive\(cause)."
        case .damagedEntry: "The entry \(subject) is damaged\(cause)."
        case .unreadableEntry: "The entry \(subject) cannot be read\(cause)."
        case .noSuchEntry: "There is no entry \(subject)."
        case .tooLarge: "\(subject) is larger than allowed\(cause)."
        default: "\(code.rawValue): \(subject)\(cause)."
        }
    }
}
