/// Why a QR code could not be made or looked for.
public struct QRError: Error, Hashable, Sendable {
    /// What went wrong.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// A stable name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The text holds a NUL or nothing at all.
        public static let unencodableText = Self(rawValue: "qr.unencodable-text")
        /// The text is longer than the largest symbol holds.
        public static let textTooLong = Self(rawValue: "qr.text-too-long")
        /// The encoder failed for another reason (memory).
        public static let encoderFailed = Self(rawValue: "qr.encoder-failed")
        /// The plane's sides do not fit its bytes.
        public static let badPlane = Self(rawValue: "qr.bad-plane")
        /// The reader failed by itself, which is not the same as finding nothing.
        public static let readerFailed = Self(rawValue: "qr.reader-failed")
    }

    /// What went wrong.
    public let code: Code
    /// What it was about: a length or the sides of a plane, never the text itself.
    public let subject: String

    init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }
}

extension QRError: CustomStringConvertible {
    /// The error as a sentence.
    public var description: String {
        switch code {
        case .unencodableText: "A QR code cannot hold this text (\(subject))."
        case .textTooLong: "The text is too long for a QR code (\(subject))."
        case .encoderFailed: "The QR encoder failed (\(subject))."
        case .badPlane: "The luma plane does not have as many bytes as its sides say (\(subject))."
        case .readerFailed: "The QR reader failed on this picture (\(subject))."
        default: "\(code.rawValue) (\(subject))."
        }
    }
}
