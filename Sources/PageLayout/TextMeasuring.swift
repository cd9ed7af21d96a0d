/// What a layout must know about fonts: how wide text is, and which characters cannot be set.
public protocol TextMeasuring {
    /// The width of a line of text in millimetres, tracking included.
    func width(of text: String, in style: TextStyle) -> Double

    /// The characters for which no font of the role's chain has a glyph, each once, in order.
    func missingCharacters(in text: String, role: FontRole) -> [Unicode.Scalar]
}
