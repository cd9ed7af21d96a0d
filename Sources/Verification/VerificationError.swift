/// Why something could not be looked at at all.
public struct VerificationError: Error, Hashable, Sendable {
    /// What is the matter.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// A stable name, "verify.unknown-thing".
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no such file, and the words are neither a code nor an id.
        public static let nothingThere = Self(rawValue: "verify.nothing-there")
        /// The file is of no kind that can be verified.
        public static let unknownThing = Self(rawValue: "verify.unknown-thing")
        /// The picture cannot be decoded.
        public static let badPicture = Self(rawValue: "verify.bad-picture")
        /// There is nothing to compare with: the other is no dossier.
        public static let notComparable = Self(rawValue: "verify.not-comparable")
    }

    /// What is the matter.
    public let code: Code
    /// What it is about, as the user named it.
    public let subject: String
    /// What the system says about it.
    public let reason: String?

    /// States a failure.
    public init(_ code: Code, _ subject: String, reason: String? = nil) {
        self.code = code
        self.subject = subject
        self.reason = reason
    }
}

extension VerificationError: CustomStringConvertible {
    /// A full sentence for people.
    public var description: String {
        let why = reason.map { " (\($0))" } ?? ""
        return switch code {
        case .nothingThere:
            "There is no file \(subject), and it is neither the text of a code nor an id."
        case .unknownThing:
            "\(subject) is no archive, no PDF and no picture in JPEG or PNG: nothing to verify."
        case .badPicture: "\(subject) cannot be decoded as a picture\(why)."
        case .notComparable: "\(subject) is no archive and no dossier: nothing to compare with."
        default: "\(subject): \(code.rawValue)\(why)"
        }
    }
}
