/// The text of a code without a signature: `DS0:`, a check character, and base45.
///
/// A signature notices every change; what has none needs the check, for a code may be typed.
enum UnsignedText {
    private static let prefix = "DS0:"

    /// Writes bytes as the text of a code.
    static func text(of bytes: [UInt8]) -> String {
        let body = Base45.encode(bytes)
        guard let check = try? Base45.checkCharacter(for: body) else {
            preconditionFailure("base45 is of its own alphabet")
        }
        return "\(prefix)\(check)\(body)"
    }

    /// Reads the bytes of a code strictly: nothing around it, no other spelling.
    static func bytes(of text: String) throws(SealError) -> [UInt8] {
        guard text.utf8.starts(with: prefix.utf8) else { throw SealError(.prefix, prefix) }
        let rest = text.utf8.dropFirst(prefix.utf8.count)
        let body = String(Substring(rest.dropFirst()))
        guard let check = rest.first,
            try Base45.checkCharacter(for: body).asciiValue == check
        else { throw SealError(.check, "character \(prefix.utf8.count)") }
        return try Base45.decode(body)
    }
}
