/// The code inside a PDF over all of the PDF's bytes but its own: not one of them can change unseen.
///
/// It is the embedded file seal.txt, which lies in the PDF as it is: the code's text, blanks, and a line
/// feed at the end, ``size`` bytes together. What is hashed is the PDF with blanks (0x20) in their place.
public struct DocumentSeal: Hashable, Sendable {
    /// The number of bytes of the embedded file, so that it can be filled in when the rest is written.
    public static let size = 320
    /// The name of the embedded file.
    public static let fileName = "seal.txt"

    /// The code, of kind document.
    public let code: PrintedCode
    private let text: String

    /// Wraps the code that a candidate's tool makes.
    public init(_ code: PageCode) throws(SealError) {
        try self.init(.page(code), text: code.text)
    }

    /// Wraps an office's seal.
    public init(_ seal: SealText) throws(SealError) {
        try self.init(.seal(seal), text: seal.text)
    }

    private init(_ code: PrintedCode, text: String) throws(SealError) {
        guard code.place.kind == .document else { throw SealError(.field, "kind") }
        guard text.utf8.count < Self.size else { throw SealError(.structure, "over 319 bytes") }
        self.code = code
        self.text = text
    }

    /// Reads the embedded file strictly.
    ///
    /// - Throws: A ``SealError`` with the first fault.
    public init(parsing bytes: [UInt8]) throws(SealError) {
        guard bytes.count == Self.size, bytes.last == UInt8(ascii: "\n") else {
            throw SealError(.structure, "\(bytes.count) of \(Self.size) bytes")
        }
        let padding = bytes.dropLast().reversed().prefix { $0 == UInt8(ascii: " ") }.count
        // Base45 has the blank among its letters, as the 36th, but no text ends with it: the last letter of
        // two or three counts 45s or 2025s, of which there are at most 5 or 32 (RFC 9285, section 4).
        let content = bytes.dropLast(padding + 1)
        guard let text = String(validating: content, as: UTF8.self) else {
            throw SealError(.prefix, Self.fileName)
        }
        try self.init(PrintedCode(parsing: text), text: text)
    }

    /// The embedded file.
    public var bytes: [UInt8] {
        let text = Array(text.utf8)
        let blanks = Array(repeating: UInt8(ascii: " "), count: Self.size - 1 - text.count)
        return text + blanks + [UInt8(ascii: "\n")]
    }
}
