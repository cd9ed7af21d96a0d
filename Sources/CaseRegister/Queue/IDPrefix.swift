import GRDB

/// The beginning of a case's or dossier's compact id, as a person types it.
struct IDPrefix {
    /// In capitals, without what parts the groups.
    let letters: String

    /// Reads letters as `DossierID` does; nil if no id begins like this.
    init?(_ text: String) {
        var letters = ""
        for scalar in text.unicodeScalars where !Self.isSeparator(scalar) {
            guard let letter = Self.letter(scalar) else { return nil }
            letters.append(letter)
        }
        guard (1...14).contains(letters.count) else { return nil }
        self.letters = letters
    }

    /// The numbers of the cases whose id begins so, or that of one of whose dossiers does.
    ///
    /// Ranges, for an index finds them, which it does not for a pattern that is an argument.
    var numbers: SQL {
        """
        SELECT number FROM cases WHERE case_id >= \(letters) AND case_id < \(end)
        UNION
        SELECT number FROM submissions WHERE dossier_id >= \(letters) AND dossier_id < \(end)
        """
    }

    /// Comes after everything that begins with the letters.
    private var end: String { letters + "~" }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FF0D}": true
        default: scalar.properties.isWhitespace
        }
    }

    private static func letter(_ scalar: Unicode.Scalar) -> Character? {
        // Input methods for Chinese may type full-width letters and digits.
        let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
        guard let byte = UInt8(exactly: scalar.value - (isFullWidth ? 0xFEE0 : 0)) else {
            return nil
        }
        switch Character(Unicode.Scalar(byte).properties.uppercaseMapping) {
        case "I", "L": return "1"
        case "O": return "0"
        case let letter where "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(letter): return letter
        default: return nil
        }
    }
}
