import Registration

/// Why a picture could not be laid out or decoded.
public struct ImagingError: Error, Hashable, Sendable {
    /// What kind of failure it was.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable name, for logs and JSON.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The file is no whole, sound picture of its kind.
        public static let damaged = Code(rawValue: "damaged")
        /// The picture is larger than the limits allow.
        public static let overLimit = Code(rawValue: "over-limit")
        /// The decoder refused the data.
        public static let notDecoded = Code(rawValue: "not-decoded")
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

    /// The damage that was found in a picture, else something else.
    init(_ facts: PictureFacts, else code: Code, _ subject: String) {
        if let damage = facts.damage {
            self.init(DecodeFault(damage: damage))
        } else {
            self.init(code, subject)
        }
    }

    init(_ fault: DecodeFault) {
        switch fault.damage {
        case .truncated: self.init(.damaged, "the file ends early")
        case .corrupt(let text), .unsupported(let text): self.init(.damaged, text)
        case .overLimit(let text): self.init(.overLimit, text)
        }
    }
}

extension ImagingError: CustomStringConvertible {
    /// The failure as a sentence.
    public var description: String {
        switch code {
        case .damaged: "The picture is damaged: \(subject)."
        case .overLimit: "The picture is too large: \(subject)."
        case .notDecoded: "The picture could not be decoded: \(subject)."
        default: "The picture cannot be used (\(code.rawValue)): \(subject)."
        }
    }
}
