import PageLayout

/// Knows of each character by which code of which font a page shows it.
protocol TextSetting: AnyObject {
    var library: FontLibrary { get }
    /// The glyph of a character in a role's fonts.
    func glyph(of scalar: Unicode.Scalar, _ role: FontRole) throws(PDFError) -> SetGlyph
    /// What the page that is drawn calls a font.
    func name(ofFace face: Int) throws(PDFError) -> [UInt8]
}

/// A glyph as a page shows it.
struct SetGlyph {
    /// The font's number in the library.
    let face: Int
    let code: UInt16
    /// Whether the code stands for another character, which has the same glyph.
    let isBorrowed: Bool
}

extension TextSetting {
    /// Shows a line of text, changing fonts where a character is set in a fallback.
    func show(
        _ text: String,
        at start: Point,
        _ style: TextStyle,
        _ content: inout ContentStream
    ) throws(PDFError) {
        var run = TextRun(face: library.firstFace(of: style.role), start: start)
        var count = 0
        for scalar in text.unicodeScalars {
            let glyph = try glyph(of: scalar, style.role)
            if glyph.face != run.face || glyph.isBorrowed {
                try show(run, style, &content)
                run = TextRun(face: glyph.face, start: place(count, in: text, start, style))
            }
            count += 1
            content.add(glyph.code)
            if glyph.isBorrowed {
                // Two characters share this glyph, and the font's map can name only one of them.
                content.beginActualText(String(scalar))
                try show(run, style, &content)
                content.endActualText()
                run = TextRun(face: glyph.face, start: place(count, in: text, start, style))
            }
        }
        try show(run, style, &content)
    }

    /// Shows words over a box again and again, in outlines.
    func show(_ mark: Watermark, _ content: inout ContentStream) throws(PDFError) {
        let said = content.beginWatermark(mark)
        for start in mark.starts { try show(mark.text, at: start, mark.style, &content) }
        content.endWatermark(said)
    }

    private func show(
        _ run: TextRun,
        _ style: TextStyle,
        _ content: inout ContentStream
    ) throws(PDFError) {
        guard content.hasCodes else { return }
        content.text(font: try name(ofFace: run.face), at: run.start, style)
    }

    /// Where what follows the first characters of a line stands.
    private func place(
        _ count: Int,
        in text: String,
        _ start: Point,
        _ style: TextStyle
    ) -> Point {
        let before = String(text.unicodeScalars.prefix(count))
        return Point(start.x + library.width(of: before, in: style), start.y)
    }
}

/// Glyphs of one font that stand side by side.
private struct TextRun {
    var face: Int
    var start: Point
}
