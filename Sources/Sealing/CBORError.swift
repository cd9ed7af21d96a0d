/// Why some bytes are not a CBOR value that we accept.
public struct CBORError: Error, Hashable, Sendable {
    /// The kind of fault, as a stable name.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The bytes end before the value does.
        public static let unexpectedEnd = Self(rawValue: "cbor.unexpected-end")
        /// Something follows the value.
        public static let trailingBytes = Self(rawValue: "cbor.trailing-bytes")
        /// The value is not in its shortest, definite and sorted form.
        public static let notDeterministic = Self(rawValue: "cbor.not-deterministic")
        /// A tag, float, simple value or a key that is no integer: nothing that a seal holds.
        public static let unsupported = Self(rawValue: "cbor.unsupported")
        /// A text string is not UTF-8.
        public static let invalidUTF8 = Self(rawValue: "cbor.invalid-utf8")
        /// Arrays and maps are nested deeper than the limit.
        public static let tooDeep = Self(rawValue: "cbor.too-deep")
    }

    /// What is wrong.
    public let code: Code
    /// The offset in bytes of the item that is wrong.
    public let offset: Int

    /// States a fault.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }
}

extension CBORError: CustomStringConvertible {
    /// The fault as a sentence.
    public var description: String {
        "The CBOR value is not accepted at byte \(offset): \(reason)."
    }

    private var reason: String {
        switch code {
        case .unexpectedEnd: "it ends too early"
        case .trailingBytes: "something follows it"
        case .notDeterministic: "it is not in the deterministic form"
        case .unsupported: "a seal holds no item of this kind"
        case .invalidUTF8: "the text is not UTF-8"
        case .tooDeep: "it is nested too deeply"
        default: code.rawValue
        }
    }
}
