import Imaging

/// Why a scan or photo could not be looked at.
public struct ScanError: Error, Hashable, Sendable {
    /// What kind of failure it was.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// A stable name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The file is no whole, sound picture of its kind.
        public static let damaged = Self(rawValue: "scan.damaged")
        /// The picture is larger than the limits allow.
        public static let overLimit = Self(rawValue: "scan.over-limit")
        /// No decoder takes the file: it is no picture, or of a kind that is not decoded.
        public static let notDecoded = Self(rawValue: "scan.not-decoded")
        /// The reader of codes failed by itself.
        public static let notRead = Self(rawValue: "scan.not-read")
    }

    /// What kind of failure it was.
    public let code: Code
    /// What was wrong, in English.
    public let subject: String

    /// States a failure.
    public init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }

    init(_ error: ImagingError) {
        switch error.code {
        case .damaged: self.init(.damaged, error.subject)
        case .overLimit: self.init(.overLimit, error.subject)
        default: self.init(.notDecoded, error.subject)
        }
    }
}

extension ScanError: CustomStringConvertible {
    /// The failure as a sentence.
    public var description: String {
        switch code {
        case .damaged: "The picture is damaged: \(subject)."
        case .overLimit: "The picture is too large: \(subject)."
        case .notDecoded: "The picture could not be decoded: \(subject)."
        case .notRead: "The codes could not be looked for: \(subject)"
        default: "The picture cannot be used (\(code.rawValue)): \(subject)."
        }
    }
}
