/// Takes full-width Latin letters, digits and signs for the usual ones.
///
/// Of Unicode's compatibility forms these are the ones that Chinese keyboards write.
public enum WidthFolding {
    /// The text with narrow letters, digits, signs and blanks; all else stays.
    public static func narrow(_ text: some StringProtocol) -> String {
        var narrowed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { narrowed.append(narrow(scalar)) }
        return String(narrowed)
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0xA0: " "
        default: scalar
        }
    }

    /// What a name is compared by: narrow, in small letters, without blanks, and without the star or
    /// colon that people put beside it.
    public static func key(_ text: some StringProtocol) -> String {
        let kept = narrow(text).lowercased().unicodeScalars.filter { scalar in
            !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
        }
        var key = Substring(String(String.UnicodeScalarView(kept)))
        while let first = key.first, "*:".contains(first) { key.removeFirst() }
        while let last = key.last, "*:".contains(last) { key.removeLast() }
        return String(key)
    }
}
