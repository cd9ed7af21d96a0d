/// A reason why a candidate's folder cannot be read or packed; faults of pictures are findings instead.
public struct PackagingError: Error, Hashable, Sendable {
    /// What failed.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// A stable name, "folder.missing".
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no such folder.
        public static let folderMissing = Self(rawValue: "folder.missing")
        /// A folder cannot be listed.
        public static let folderUnreadable = Self(rawValue: "folder.unreadable")
        /// The folder has no candidate.yaml.
        public static let candidateFileMissing = Self(rawValue: "candidate.missing")
        /// The folder has no materials folder.
        public static let materialsMissing = Self(rawValue: "materials.missing")
        /// A picture or file cannot be read.
        public static let fileUnreadable = Self(rawValue: "file.unreadable")
        /// The output exists and may not be replaced.
        public static let outputExists = Self(rawValue: "output.exists")
        /// The output cannot be written.
        public static let outputFailed = Self(rawValue: "output.failed")
        /// The log of repairs is not one that this version writes.
        public static let repairsUnreadable = Self(rawValue: "repairs.unreadable")
        /// A manifest is not one that this version writes.
        public static let manifestUnreadable = Self(rawValue: "manifest.unreadable")
        /// A file of an archive is not the one that its manifest names.
        public static let archiveChanged = Self(rawValue: "archive.changed")
        /// The templates of today would print other pages than an archive has.
        public static let pagesDiffer = Self(rawValue: "archive.pages-differ")
        /// A print job has no archive.
        public static let nothingToPrint = Self(rawValue: "print-set.nothing")
        /// A form cannot be sealed for a person who is not named, or without pictures to bind it to.
        public static let nothingToCommitWith = Self(rawValue: "form.nothing-to-commit-with")
        /// A volume cannot be as small as was asked for.
        public static let volumeTooSmall = Self(rawValue: "volume.too-small")
        /// There is no picture to put into a document.
        public static let nothingToUpload = Self(rawValue: "submission.empty")
        /// A copy for outside eyes would show everything.
        public static let nothingMasked = Self(rawValue: "masks.nothing")
        /// The template of the cover takes more than a page.
        public static let coverTooLong = Self(rawValue: "cover.too-long")
        /// A typeface is not installed.
        public static let fontMissing = Self(rawValue: "font.missing")
        /// A code does not say, read back from its drawing, what was meant.
        public static let codeUnreadable = Self(rawValue: "code.unreadable")
    }

    /// What failed.
    public let code: Code
    /// The file or folder concerned, as given by the user.
    public let subject: String
    /// What the system says about it, "Permission denied".
    public let reason: String?

    /// States a failure.
    public init(_ code: Code, _ subject: String, reason: String? = nil) {
        self.code = code
        self.subject = subject
        self.reason = reason
    }
}

extension PackagingError: CustomStringConvertible {
    /// A full sentence for people.
    public var description: String {
        let why = reason.map { " (\($0))" } ?? ""
        return switch code {
        case .folderMissing: "There is no folder \(subject)."
        case .folderUnreadable: "The folder \(subject) cannot be listed\(why)."
        case .candidateFileMissing:
            "\(subject) has no candidate.yaml; `dossier new` makes one."
        case .materialsMissing:
            "\(subject) has no folder named materials; put one folder per material into it."
        case .fileUnreadable: "\(subject) cannot be read\(why)."
        case .outputExists: "\(subject) exists already; give --force to replace it."
        case .outputFailed: "\(subject) cannot be written\(why)."
        case .repairsUnreadable:
            "\(subject) is no log of repairs; remove the folder and run `dossier repair` again."
        case .manifestUnreadable:
            "\(subject) is not a list of materials that this version of dossier writes\(why)."
        case .archiveChanged: "\(subject) is not the file that the archive's manifest names."
        case .pagesDiffer:
            "Today's templates would print other pages than the archive has (\(subject))."
        case .nothingToPrint: "There is no archive to print; \(subject) was not made."
        case .nothingToCommitWith:
            """
            \(subject) has no pictures, or name and number are open: a seal on a form needs both, so \
            that nobody can find the person by trying numbers.
            """
        case .volumeTooSmall:
            """
            A volume with its cover, index and one picture is larger than the limit for volumes: it \
            needs \(subject) pages, in bytes\(why).
            """
        case .nothingToUpload:
            "\(subject) has no pictures that belong to a material: there is nothing to upload."
        case .nothingMasked:
            """
            Nothing of \(subject) would be masked: with every picture shown, anybody could find the \
            identity number by trying numbers.
            """
        case .coverTooLong: "The cover does not fit on one page: shorten Sheets/\(subject)."
        case .fontMissing: "No font for \(subject) is installed; `dossier doctor` says which."
        case .codeUnreadable: "The code of \(subject) does not read back as it was meant."
        default: "\(subject): \(code.rawValue)\(why)"
        }
    }
}
