package import PageLayout

extension TextMeasuring {
    /// The text with the geta mark for what no font has; the check has already reported it.
    package func printable(_ text: String, _ role: FontRole) -> String {
        let missing = Set(missingCharacters(in: text, role: role))
        guard !missing.isEmpty else { return text }
        var printable = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            printable.append(missing.contains(scalar) ? "\u{3013}" : scalar)
        }
        return String(printable)
    }

    /// A text in lines at a distance in millimetres.
    func set(
        _ text: String,
        _ style: TextStyle,
        width: Double,
        leading: Double,
        alignment: Paragraph.Alignment = .start
    ) -> SetParagraph {
        let paragraph = Paragraph(
            printable(text, style.role),
            style,
            width: width,
            alignment: alignment,
            leading: .fixed(leading)
        )
        return paragraph.set(self)
    }
}
