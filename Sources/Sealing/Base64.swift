/// Base64 (RFC 4648), strictly: no blanks, no stray bits, padding as the alphabet demands.
enum Base64 {
    /// The two alphabets; the one of URLs goes without padding, as in JOSE (RFC 7515).
    enum Alphabet {
        case standard
        case url
    }

    static func encode(_ bytes: [UInt8], _ alphabet: Alphabet) -> String {
        let letters = letters(of: alphabet)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0...group.count { text.append(letters[bits >> (18 - 6 * place) & 63]) }
            if alphabet == .standard {
                text += [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes; nil unless the text is exactly how they are encoded.
    static func decode(_ text: some Sequence<UInt8>, _ alphabet: Alphabet) -> [UInt8]? {
        let text = Array(text)
        let letters = letters(of: alphabet)
        var bytes: [UInt8] = []
        var bits = 0
        var bitCount = 0
        for letter in text {
            if letter == UInt8(ascii: "=") { break }
            guard let value = letters.firstIndex(of: letter) else { return nil }
            bits = (bits << 6 | value) & 0xFFF
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(bits >> bitCount & 0xFF))
            }
        }
        return Array(encode(bytes, alphabet).utf8) == text ? bytes : nil
    }

    private static func letters(of alphabet: Alphabet) -> [UInt8] {
        let common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        return Array((common + (alphabet == .url ? "-_" : "+/")).utf8)
    }
}
