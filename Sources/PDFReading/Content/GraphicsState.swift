/// What holds for all that is painted next (ISO 32000-1, 8.4).
struct GraphicsState {
    var matrix: PDFMatrix
    var clip: PDFRectangle
    var fill: PDFColour? = .black
    var stroke: PDFColour? = .black
    /// Whether the numbers of colours are those of gray, RGB or CMYK.
    var knowsFillSpace = true
    var knowsStrokeSpace = true
    var lineWidth = 1.0
    var text = TextState()
}

/// What holds for letters (ISO 32000-1, 9.3).
struct TextState {
    var font: PDFFont?
    var size = 0.0
    var characterSpace = 0.0
    var wordSpace = 0.0
    var scale = 1.0
    var leading = 0.0
    var rise = 0.0
    var mode = 0

    /// Whether letters are painted and not only placed.
    var isVisible: Bool { mode != 3 && mode != 7 }
}
