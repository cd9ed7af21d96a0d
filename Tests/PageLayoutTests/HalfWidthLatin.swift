import PageLayout

/// Measures as a typewriter would: Latin half an em, everything else one em, and an em is 1 mm.
struct HalfWidthLatin: TextMeasuring {
    static let style = TextStyle(.song, 72 / 25.4)

    func width(of text: String, in style: TextStyle) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 0.5 : 1) } * style.em
    }

    func missingCharacters(in text: String, role: FontRole) -> [Unicode.Scalar] { [] }
}
