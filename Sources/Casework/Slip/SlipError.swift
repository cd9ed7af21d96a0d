/// Why a file is no slip, or a slip cannot be made.
public struct SlipError: Error, Hashable, Sendable {
    /// The kind of fault, as a stable name.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The file cannot be read.
        public static let unreadable = Self(rawValue: "slip.unreadable")
        /// The file is larger than any slip.
        public static let tooLarge = Self(rawValue: "slip.too-large")
        /// The PDF holds no slip.
        public static let notAttached = Self(rawValue: "slip.not-attached")
        /// The bytes are not JSON.
        public static let notJSON = Self(rawValue: "slip.not-json")
        /// The JSON is not in its one canonical form.
        public static let notCanonical = Self(rawValue: "slip.not-canonical")
        /// The format is another one, or of another version.
        public static let format = Self(rawValue: "slip.format")
        /// There is a member that a slip has not.
        public static let unknownMember = Self(rawValue: "slip.unknown-member")
        /// A member is missing, of another type or out of its range.
        public static let member = Self(rawValue: "slip.member")
        /// Two members contradict each other.
        public static let contradiction = Self(rawValue: "slip.contradiction")
        /// The lines of the log are no chain.
        public static let chain = Self(rawValue: "slip.chain")
        /// The slip cannot be signed.
        public static let unsigned = Self(rawValue: "slip.unsigned")
    }

    /// What is wrong.
    public let code: Code
    /// The member or file that it is wrong with, never its content.
    public let subject: String
    /// What the system says about it.
    public let reason: String?

    /// States a fault.
    public init(_ code: Code, _ subject: String, reason: String? = nil) {
        self.code = code
        self.subject = subject
        self.reason = reason
    }
}

extension SlipError: CustomStringConvertible {
    /// A full sentence for people.
    public var description: String {
        let why = reason.map { " (\($0))" } ?? ""
        return switch code {
        case .unreadable: "\(subject) cannot be read\(why)."
        case .tooLarge: "\(subject) is larger than any slip\(why)."
        case .notAttached: "The PDF \(subject) holds no slip\(why)."
        case .notJSON: "\(subject) is no slip: it is not JSON\(why)."
        case .notCanonical: "The slip was written anew by another program (\(subject))."
        case .format: "The slip is of a format that this version does not know (\(subject))."
        case .unknownMember: "The slip has a member that slips have not (\(subject))."
        case .member: "A member of the slip is missing or not as it must be (\(subject))."
        case .contradiction: "Two members of the slip contradict each other (\(subject))."
        case .chain: "The lines of the log in the slip are no chain (\(subject))."
        case .unsigned: "The slip cannot be signed (\(subject))."
        default: "\(subject): \(code.rawValue)\(why)"
        }
    }
}
