public import Registration

/// Something that is wrong, or worth a word, about a log.
public struct LogFinding: Hashable, Sendable {
    /// What it is, as a stable name; the sentence for it stands in Templates/Texts.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The line is no event as this tool writes one.
        public static let malformed = Self(rawValue: "log.malformed")
        /// The line is not the one that the next line, or the head, was written after.
        public static let edited = Self(rawValue: "log.edited")
        /// Lines are missing before this one.
        public static let dropped = Self(rawValue: "log.dropped")
        /// The line stands there before, byte for byte.
        public static let duplicate = Self(rawValue: "log.duplicate")
        /// The line belongs further down.
        public static let reordered = Self(rawValue: "log.reordered")
        /// Another line has the number of this one.
        public static let inserted = Self(rawValue: "log.inserted")
        /// Another line was written after the same one: two histories part here.
        public static let forked = Self(rawValue: "log.forked")
        /// The head counts this line, which is gone with all after it.
        public static let truncated = Self(rawValue: "log.truncated")
        /// The head knows nothing of this line, and not of the one before it either.
        public static let beyondHead = Self(rawValue: "log.beyond-head")
        /// An office's event bears no signature.
        public static let unsealed = Self(rawValue: "log.unsealed")
        /// An office's event is signed by none of the keys that are known.
        public static let unknownKey = Self(rawValue: "log.unknown-key")
        /// The signature is not the key's: the line or the signature was changed.
        public static let badSeal = Self(rawValue: "log.bad-seal")
        /// The event cannot happen to the case as it stands there.
        public static let impossible = Self(rawValue: "log.impossible")
        /// The event is dated before the one above it.
        public static let timeBackwards = Self(rawValue: "log.time-backwards")
        /// The line was not written to its end, as after a crash.
        public static let halfWritten = Self(rawValue: "log.half-written")
        /// The head does not count this line yet, as after a crash; it is taken as good.
        public static let uncounted = Self(rawValue: "log.uncounted")
    }

    /// What it is.
    public let code: Code
    /// The number of the line in the file, from 1.
    public let line: Int
    /// Why the event cannot happen, if that is it.
    public let refusal: CaseRefusal?

    init(_ code: Code, line: Int, refusal: CaseRefusal? = nil) {
        self.code = code
        self.line = line
        self.refusal = refusal
    }

    /// How bad it is: an error where the log is not to be believed.
    public var severity: Finding.Severity {
        switch code {
        case .halfWritten, .uncounted: .note
        case .timeBackwards: .warning
        default: .error
        }
    }
}
