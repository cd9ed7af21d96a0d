public import Registration

/// Why something could not be done to a case.
public struct CaseworkError: Error, Hashable, Sendable {
    /// The reason, as a stable name; the sentence for it stands in Templates/Texts.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The case does not allow it as it stands; `refusal` says why.
        public static let refused = Self(rawValue: "case.refused")
        /// Pictures were changed although they are locked; `violations` names them.
        public static let lockedChanged = Self(rawValue: "case.locked-changed")
        /// There is no case in the folder: nothing was submitted from it.
        public static let noCase = Self(rawValue: "case.none")
        /// A file that the case keeps is missing or is not what it was.
        public static let keptFileLost = Self(rawValue: "case.kept-file-lost")
        /// The folder is not what was submitted, so the archive cannot be made again.
        public static let notAsSubmitted = Self(rawValue: "case.not-as-submitted")
        /// A slip is about somebody else's case.
        public static let otherCase = Self(rawValue: "slip.other-case")
        /// A slip is about a revision that was not submitted from this folder.
        public static let otherRevision = Self(rawValue: "slip.other-revision")
        /// A line that a slip brings is no event of an office, or its signature is not by the slip's key.
        public static let badLine = Self(rawValue: "slip.bad-line")
        /// The key that sealed the slip is not trusted.
        public static let untrusted = Self(rawValue: "slip.untrusted")
        /// The candidate's log and the office's part: `subject` is the number of the line.
        public static let forked = Self(rawValue: "slip.forked")
        /// Lines between the candidate's log and the slip are missing.
        public static let gap = Self(rawValue: "slip.gap")
        /// An archive that is to be imported is not whole, or not a submission.
        public static let notImported = Self(rawValue: "import.refused")
        /// A reason is none that the templates list; `reason` names those.
        public static let unknownReason = Self(rawValue: "review.unknown-reason")
        /// The area has no such material.
        public static let unknownMaterial = Self(rawValue: "review.unknown-material")
        /// A reason cannot be given for this material; `reason` names those that can.
        public static let reasonDoesNotFit = Self(rawValue: "review.reason-does-not-fit")
        /// A reason is about one picture, and none is named.
        public static let pictureMissing = Self(rawValue: "review.picture-missing")
        /// A reason is about the whole material, and a picture is named.
        public static let wholeMaterial = Self(rawValue: "review.whole-material")
        /// A reason needs words of the reviewer's own.
        public static let noteMissing = Self(rawValue: "review.note-missing")
        /// No office has decided on the last submission.
        public static let nothingDecided = Self(rawValue: "slip.nothing-decided")
        /// A file cannot be written.
        public static let cannotWrite = Self(rawValue: "case.cannot-write")
    }

    /// The reason.
    public let code: Code
    /// What it is about: a file, an id, a number; no personal data.
    public let subject: String
    /// More about it.
    public let reason: String
    /// Why the case does not allow it, if that is it.
    public let refusal: CaseRefusal?
    /// The pictures it is about, if it is about some.
    public let violations: [CaseViolation]

    init(
        _ code: Code,
        _ subject: String = "",
        reason: String = "",
        refusal: CaseRefusal? = nil,
        violations: [CaseViolation] = []
    ) {
        self.code = code
        self.subject = subject
        self.reason = reason
        self.refusal = refusal
        self.violations = violations.isEmpty ? refusal?.violations ?? [] : violations
    }
}

extension CaseworkError: CustomStringConvertible {
    /// The error by its names, in English.
    public var description: String {
        [code.rawValue, subject, reason, refusal?.description ?? ""].filter { !$0.isEmpty }
            .joined(separator: ": ")
    }
}
