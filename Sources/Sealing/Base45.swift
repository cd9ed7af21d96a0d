/// Base45 (RFC 9285): two bytes as three characters of a QR code's alphanumeric mode.
public enum Base45 {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

    private static let values: [UInt8: Int] = Dictionary(
        uniqueKeysWithValues: zip(alphabet, alphabet.indices)
    )

    /// Encodes bytes.
    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 3 + 1) / 2)
        for start in stride(from: 0, to: bytes.count, by: 2) {
            let isPair = start + 1 < bytes.count
            var rest = isPair ? Int(bytes[start]) << 8 | Int(bytes[start + 1]) : Int(bytes[start])
            for _ in 0..<(isPair ? 3 : 2) {
                text.append(alphabet[rest % 45])
                rest /= 45
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Decodes a text strictly: each byte string has one text only, and none is mended.
    ///
    /// - Throws: A ``SealError`` of code `base45` with the offset of the first fault.
    public static func decode(_ text: some StringProtocol) throws(SealError) -> [UInt8] {
        let text = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 3 * 2 + 1)
        for start in stride(from: 0, to: text.count, by: 3) {
            let group = text[start..<min(start + 3, text.count)]
            let number = try number(of: group)
            switch (group.count, number) {
            case (3, 0...0xFFFF): bytes += [UInt8(number >> 8), UInt8(number & 0xFF)]
            case (2, 0...0xFF): bytes.append(UInt8(number))
            default: throw SealError(.base45, "characters from \(start)")
            }
        }
        return bytes
    }

    /// Decodes what follows a prefix; compared by bytes, so that no combining mark slips by.
    static func decode(_ text: String, after prefix: String) throws(SealError) -> [UInt8] {
        guard text.utf8.starts(with: prefix.utf8) else { throw SealError(.prefix, prefix) }
        return try decode(Substring(text.utf8.dropFirst(prefix.utf8.count)))
    }

    /// A character that makes any other single character, or two neighbours exchanged, show.
    ///
    /// The values of the characters, the check's own first, with the weights 1, 2, 1, 2, ... add up to a
    /// multiple of 45; 1, 2 and their difference have no divisor in common with it.
    static func checkCharacter(for text: String) throws(SealError) -> Character {
        var sum = 0
        for (index, character) in text.utf8.enumerated() {
            guard let value = values[character] else {
                throw SealError(.base45, "character \(index)")
            }
            sum += value * (index.isMultiple(of: 2) ? 2 : 1)
        }
        return Character(Unicode.Scalar(alphabet[(45 - sum % 45) % 45]))
    }

    private static func number(of group: ArraySlice<UInt8>) throws(SealError) -> Int {
        var number = 0
        var weight = 1
        for (index, character) in zip(group.indices, group) {
            guard let value = values[character] else {
                throw SealError(.base45, "character \(index)")
            }
            number += value * weight
            weight *= 45
        }
        return number
    }
}
