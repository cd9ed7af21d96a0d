/// Why some bytes are not a JSON text that we accept, or a value cannot be written as one.
///
/// It never quotes the text: a manifest holds personal data.
public struct JSONError: Error, Hashable, Sendable {
    /// The kind of fault, as a stable name.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A byte stands where JSON's grammar allows none such.
        public static let unexpectedByte = Self(rawValue: "json.unexpected-byte")
        /// The text ends before its value does.
        public static let unexpectedEnd = Self(rawValue: "json.unexpected-end")
        /// Something follows the value.
        public static let trailingBytes = Self(rawValue: "json.trailing-bytes")
        /// The text is not UTF-8.
        public static let invalidUTF8 = Self(rawValue: "json.invalid-utf8")
        /// A backslash is followed by something that is no escape.
        public static let invalidEscape = Self(rawValue: "json.invalid-escape")
        /// A \u escape names half of a surrogate pair.
        public static let loneSurrogate = Self(rawValue: "json.lone-surrogate")
        /// A letter bears more than thirty combining marks; to compare such takes time without bound.
        public static let combiningMarks = Self(rawValue: "json.combining-marks")
        /// A control character stands unescaped in a string.
        public static let controlCharacter = Self(rawValue: "json.control-character")
        /// A number does not follow JSON's grammar.
        public static let malformedNumber = Self(rawValue: "json.malformed-number")
        /// A number is not finite as an IEEE 754 double, or an integer not exact as one.
        public static let numberOutOfRange = Self(rawValue: "json.number-out-of-range")
        /// An object has two members of the same name (up to Unicode's canonical equivalence).
        public static let duplicateKey = Self(rawValue: "json.duplicate-key")
        /// Arrays and objects are nested deeper than the limit.
        public static let tooDeep = Self(rawValue: "json.too-deep")
        /// The text is longer than the limit.
        public static let tooLong = Self(rawValue: "json.too-long")
    }

    /// What is wrong.
    public let code: Code
    /// The offset in bytes at which it is wrong; nil for a value that cannot be written.
    public let offset: Int?

    /// States a fault.
    public init(_ code: Code, at offset: Int? = nil) {
        self.code = code
        self.offset = offset
    }
}

extension JSONError: CustomStringConvertible {
    /// The fault as a sentence.
    public var description: String {
        guard let offset else { return "The value cannot be written as JSON: \(reason)." }
        return "The JSON text is not accepted at byte \(offset): \(reason)."
    }

    private var reason: String {
        switch code {
        case .unexpectedByte: "no value or punctuation can stand here"
        case .unexpectedEnd: "it ends too early"
        case .trailingBytes: "something follows the value"
        case .invalidUTF8: "it is not UTF-8"
        case .invalidEscape: "there is no such escape"
        case .loneSurrogate: "a surrogate lacks its other half"
        case .combiningMarks: "a letter bears too many marks"
        case .controlCharacter: "a control character must be escaped"
        case .malformedNumber: "the number is malformed"
        case .numberOutOfRange: "the number is out of range"
        case .duplicateKey: "the object has two members of this name"
        case .tooDeep: "it is nested too deeply"
        case .tooLong: "it is too long"
        default: code.rawValue
        }
    }
}
