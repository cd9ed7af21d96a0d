public import Registration

/// The name of a dossier: the first eight bytes of its manifest's SHA-256.
///
/// It is written in Crockford's base32 (no I, L, O, U) as thirteen letters and one that checks them.
/// Crockford's own check symbols `*~$=U` are bad in file names, so the check letter is the one that
/// brings the sum of letter × α^place in GF(32) to zero. The fourteen places have fourteen different
/// weights, so every mistyped letter and every swap of two letters, near or far, is found; of all
/// other errors one in 32 passes.
public struct DossierID: Hashable, Sendable {
    /// The eight bytes.
    public let bytes: [UInt8]

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Wraps eight bytes; nil for another number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 8 else { return nil }
        self.bytes = bytes
    }

    /// Names the dossier whose manifest has this hash.
    public init(manifest: ContentHash) { bytes = Array(manifest.bytes.prefix(8)) }

    /// The fourteen letters in one piece, for names of files and folders.
    public var compact: String {
        let number = bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        var letters = (0..<13).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 5)) & 31 }
        letters.append(Self.multipliedByAlpha(Self.sum(letters)))
        return String(decoding: letters.map { Self.alphabet[Int($0)] }, as: UTF8.self)
    }

    /// Horner's rule in GF(32): the last letter has the weight 1, the one before it α, then α².
    private static func sum(_ letters: [UInt8]) -> UInt8 {
        letters.reduce(0) { multipliedByAlpha($0) ^ $1 }
    }

    // α is a root of x^5 + x^2 + 1 and of order 31, so its first 31 powers differ.
    private static func multipliedByAlpha(_ element: UInt8) -> UInt8 {
        element & 16 == 0 ? element << 1 : element << 1 ^ 0b10_0101
    }
}

extension DossierID: CustomStringConvertible {
    /// The letters in groups of five, four and five, as printed.
    public var description: String {
        let letters = compact
        return "\(letters.prefix(5))-\(letters.dropFirst(5).prefix(4))-\(letters.suffix(5))"
    }
}

extension DossierID {
    /// Reads an id as a person types it.
    ///
    /// Case, hyphens, blanks and full-width forms do not matter; I and L are read as 1, O as 0.
    ///
    /// - Throws: A ``SealError`` of code `idFormat`, or `idCheck` if it is mistyped.
    public init(parsing text: some StringProtocol) throws(SealError) {
        var letters: [UInt8] = []
        for scalar in text.unicodeScalars where !Self.isSeparator(scalar) {
            guard let letter = Self.value(of: scalar) else {
                throw SealError(.idFormat, "letter \(letters.count + 1)")
            }
            letters.append(letter)
            guard letters.count <= 14 else { throw SealError(.idFormat, "over 14 letters") }
        }
        guard letters.count == 14 else {
            throw SealError(.idFormat, "\(letters.count) of 14 letters")
        }
        guard Self.sum(letters) == 0, letters[0] < 16 else {
            throw SealError(.idCheck, "14 letters")
        }
        let number = letters.dropLast().reduce(0 as UInt64) { $0 << 5 | UInt64($1) }
        bytes = (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FF0D}": true
        default: scalar.properties.isWhitespace
        }
    }

    private static func value(of scalar: Unicode.Scalar) -> UInt8? {
        // Input methods for Chinese may type full-width letters and digits.
        let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
        guard var letter = UInt8(exactly: scalar.value - (isFullWidth ? 0xFEE0 : 0)) else {
            return nil
        }
        if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) { letter -= 32 }
        switch letter {
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        case UInt8(ascii: "O"): return 0
        default: return alphabet.firstIndex(of: letter).map { UInt8($0) }
        }
    }
}
