/// Why a list of keys or revocations cannot be put into the store, or taken from it.
public struct TrustError: Error, Hashable, Sendable {
    /// The kind of failure, as a stable name.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A file of the store cannot be read or written.
        public static let inaccessible = Self(rawValue: "store.inaccessible")
        /// A file of the store is not what was installed.
        public static let damaged = Self(rawValue: "store.damaged")
        /// The list is not signed.
        public static let unsigned = Self(rawValue: "store.unsigned")
        /// No root key was named, and none is pinned.
        public static let noRoot = Self(rawValue: "store.no-root")
        /// Another root key is pinned.
        public static let otherRoot = Self(rawValue: "store.other-root")
        /// A later edition is installed.
        public static let lowerVersion = Self(rawValue: "store.lower-version")
        /// Another list of the same number is installed.
        public static let sameVersion = Self(rawValue: "store.same-version")
    }

    /// What failed.
    public let code: Code
    /// The file, key or numbers concerned.
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

extension TrustError: CustomStringConvertible {
    /// A full sentence for people.
    public var description: String {
        let why = reason.map { " (\($0))" } ?? ""
        return switch code {
        case .inaccessible: "\(subject) cannot be read or written\(why)."
        case .damaged: "\(subject) is not what was installed; install the lists anew\(why)."
        case .unsigned: "The list is not signed; only signed lists are installed."
        case .noRoot: "No root key is pinned yet; name it with --root."
        case .otherRoot: "Another root key is pinned: \(subject)."
        case .lowerVersion: "A later list is installed: \(subject)."
        case .sameVersion: "Another list of the same number is installed: \(subject)."
        default: "\(subject): \(code.rawValue)\(why)"
        }
    }
}
