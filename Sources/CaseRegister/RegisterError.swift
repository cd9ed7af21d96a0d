public import Registration

/// Why the register cannot be opened, or refuses what it was given.
public struct RegisterError: Error, Hashable, Sendable {
    /// What went wrong.
    public struct Code: RawRepresentable, Hashable, Sendable, CaseIterable {
        /// A stable name; the sentence for it stands in Templates/Texts.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no register there.
        public static let noRegister = Self(rawValue: "register.none")
        /// A file or folder could not be opened.
        public static let cannotOpen = Self(rawValue: "register.cannot-open")
        /// Nothing can be written: no space, no permission.
        public static let cannotWrite = Self(rawValue: "register.cannot-write")
        /// There is a file or folder of this name already, and it was not to be replaced.
        public static let alreadyExists = Self(rawValue: "register.already-exists")
        /// The file is something else than a register.
        public static let notRegister = Self(rawValue: "register.not-a-register")
        /// A newer version of the tool changed the register.
        public static let newerSchema = Self(rawValue: "register.newer-schema")
        /// The file is damaged.
        public static let damaged = Self(rawValue: "register.damaged")
        /// Another process kept the register for too long.
        public static let busy = Self(rawValue: "register.busy")
        /// The office does not take cases of this area.
        public static let otherArea = Self(rawValue: "register.other-area")
        /// The case belongs to somebody of another name and number.
        public static let otherCandidate = Self(rawValue: "register.other-candidate")
        /// The dossier stands in the register under another case.
        public static let otherCase = Self(rawValue: "register.other-case")
        /// A later revision stands in the register.
        public static let olderRevision = Self(rawValue: "register.older-revision")
        /// Another dossier stands in the register as this revision.
        public static let revisionTaken = Self(rawValue: "register.revision-taken")
        /// The log parts from the one in the register, at ``RegisterError/place``.
        public static let fork = Self(rawValue: "register.fork")
        /// The log tells of no submission.
        public static let nothingSubmitted = Self(rawValue: "register.nothing-submitted")
        /// The event cannot happen; ``RegisterError/refusal`` says why.
        public static let impossible = Self(rawValue: "register.impossible")
        /// Somebody else came first; ``RegisterError/meanwhile`` says what they did.
        public static let stale = Self(rawValue: "register.stale")
        /// No case has such an id.
        public static let noSuchCase = Self(rawValue: "register.no-such-case")
        /// The ids of several cases begin like this.
        public static let ambiguous = Self(rawValue: "register.ambiguous")

        /// Every code, as the texts must name them.
        public static let allCases: [Self] = [
            noRegister, cannotOpen, cannotWrite, alreadyExists, notRegister, newerSchema, damaged,
            busy, otherArea, otherCandidate, otherCase, olderRevision, revisionTaken, fork,
            nothingSubmitted, impossible, stale, noSuchCase, ambiguous,
        ]
    }

    /// What went wrong.
    public let code: Code
    /// What it was about: an id, an area, or the last part of a file's path.
    public let subject: String
    /// What the system or SQLite said, in English; may be empty.
    public let reason: String
    /// The line of the log it is about, from 1, if it is about one.
    public let place: Int?
    /// Why the event cannot happen, if that is it.
    public let refusal: CaseRefusal?
    /// What others recorded since the version that the reviewer had seen.
    public let meanwhile: [RegisteredEvent]

    init(
        _ code: Code,
        _ subject: String,
        reason: String = "",
        place: Int? = nil,
        refusal: CaseRefusal? = nil,
        meanwhile: [RegisteredEvent] = []
    ) {
        self.code = code
        self.subject = subject
        self.reason = reason
        self.place = place
        self.refusal = refusal
        self.meanwhile = meanwhile
    }
}

extension RegisterError: CustomStringConvertible {
    /// The error as one English sentence.
    public var description: String {
        let cause = reason.isEmpty ? "" : " (\(reason))"
        return switch code {
        case .noRegister: "There is no register in \(subject)."
        case .cannotOpen: "Cannot open \(subject)\(cause)."
        case .cannotWrite: "Cannot write \(subject)\(cause)."
        case .alreadyExists: "\(subject) exists already\(cause)."
        case .notRegister: "\(subject) is not a register\(cause)."
        case .newerSchema: "\(subject) was written by a newer version\(cause)."
        case .damaged: "\(subject) is damaged\(cause)."
        case .busy: "\(subject) is in use by another process for too long."
        default: refusalDescription
        }
    }

    private var refusalDescription: String {
        switch code {
        case .otherArea: "This office takes no cases of \(subject)."
        case .otherCandidate: "The case \(subject) belongs to another candidate."
        case .otherCase: "The dossier \(subject) is registered under another case."
        case .olderRevision: "A later revision of the case \(subject) is registered."
        case .revisionTaken: "Another dossier is registered as this revision of \(subject)."
        case .fork: "The log of the case \(subject) parts from the registered one at line \(line)."
        case .nothingSubmitted: "The log of the case \(subject) tells of no submission."
        case .impossible: refusal?.description ?? "The event cannot happen to \(subject)."
        case .stale: "The case \(subject) changed: \(meanwhile.count) events came first."
        case .noSuchCase: "No case has the id \(subject)."
        case .ambiguous: "The ids of several cases begin with \(subject)."
        default: "\(code.rawValue): \(subject)."
        }
    }

    private var line: String { place.map { "\($0)" } ?? "?" }
}
