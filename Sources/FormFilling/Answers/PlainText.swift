/// A text as somebody wrote it, without what cannot be seen.
struct PlainText {
    /// The text without blanks at its ends.
    let text: String
    /// Why it cannot be printed.
    let mistake: Mistake?

    init(_ written: String, keepsLines: Bool) {
        guard !Self.isPlain(written) else {
            (text, mistake) = (written, nil)
            return
        }
        var scalars = String.UnicodeScalarView()
        var mistake: Mistake?
        for scalar in Self.unquoted(written).replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar.value {
            case 0x09: scalars.append(" ")
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: scalars.append("\n")
            // Those that turn the direction of what follows could make a form say something else.
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                mistake = Mistake(.control)
            case 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F: break
            default: scalars.append(scalar)
            }
        }
        text = String(scalars).trimmed
        if mistake == nil, !keepsLines, text.unicodeScalars.contains("\n") {
            mistake = Mistake(.lineBreak)
        }
        self.mistake = mistake
    }

    /// Whether a text is surely one that nothing is taken from, as most are: of Han characters, Latin
    /// letters and digits alone.
    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "0"..."9", "A"..."Z", "a"..."z", "\u{4E00}"..."\u{9FFF}": true
            default: false
            }
        }
    }

    /// Takes off what people put around long digits so that a spreadsheet leaves them alone.
    private static func unquoted(_ text: String) -> String {
        var rest = text.trimmed[...]
        if rest.hasPrefix("=\""), rest.hasSuffix("\""), rest.count > 3 {
            rest = rest.dropFirst(2).dropLast()
        } else if rest.first == "'", rest.dropFirst().first?.isNumber == true {
            rest = rest.dropFirst()
        }
        return String(rest)
    }
}

extension String {
    /// The text without blanks, seen or unseen, at its ends.
    var trimmed: String {
        let isBlank: (Unicode.Scalar) -> Bool = { scalar in
            scalar.properties.isWhitespace
                || [0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F].contains(scalar.value)
        }
        var rest = unicodeScalars[...]
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(rest)
    }
}
