/// Why templates or a candidate's file could not be read.
///
/// Names and numbers of people never stand in it: values are described, not repeated.
public struct CatalogError: Error, Hashable, Sendable {
    /// The kind of fault; open, so that new ones break nobody.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the kind.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// No templates at any of the places tried, or no such template.
        public static let notFound = Self(rawValue: "not-found")
        /// The operating system refused.
        public static let unreadable = Self(rawValue: "unreadable")
        /// The file is larger than any honest one.
        public static let tooLarge = Self(rawValue: "too-large")
        /// The text is not YAML.
        public static let syntax = Self(rawValue: "syntax")
        /// The text is YAML of a kind that is not taken: anchors, tags, deep nesting.
        public static let forbidden = Self(rawValue: "forbidden")
        /// A key is not known at its place.
        public static let unknownKey = Self(rawValue: "unknown-key")
        /// A key is there twice.
        public static let duplicateKey = Self(rawValue: "duplicate-key")
        /// A key that must be there is not.
        public static let missingKey = Self(rawValue: "missing-key")
        /// A value is of the wrong type.
        public static let wrongType = Self(rawValue: "wrong-type")
        /// A value has the right type and is not allowed.
        public static let wrongValue = Self(rawValue: "wrong-value")
    }

    /// The kind of fault.
    public let code: Code
    /// The file or folder.
    public let file: String
    /// Where in the file, if the fault has a place.
    public let place: SourcePlace?
    /// What is wrong and what would be right.
    public let message: CatalogMessage

    /// States a fault.
    public init(
        _ code: Code,
        file: String,
        place: SourcePlace? = nil,
        message: CatalogMessage
    ) {
        self.code = code
        self.file = file
        self.place = place
        self.message = message
    }
}

extension CatalogError: CustomStringConvertible {
    /// The fault as compilers write it: "file:line:column: message".
    public var description: String {
        guard let place else { return "\(file): \(message)" }
        return "\(file):\(place.line):\(place.column): \(message)"
    }
}
