import CHaru
import PageLayout

/// The fonts of one document under construction, ready to show text.
@safe struct EmbeddedFonts {
    @safe struct Font {
        let subset: FontSubset
        let object: HPDF_Dict
    }

    let library: FontLibrary
    let fonts: [Int: Font]

    /// Shows a line of text, changing fonts where a character is set in a fallback.
    func show(
        _ text: String,
        at start: Point,
        _ style: TextStyle,
        on page: HPDF_Page,
        _ content: inout ContentStream
    ) throws(PDFError) {
        var run = Run(face: -1, start: start)
        var x = start.x
        for scalar in text.unicodeScalars {
            guard let glyph = library.glyph(of: scalar, role: style.role),
                let font = fonts[glyph.face], let code = font.subset.codes[scalar]
            else { throw PDFError(missing: scalar) }
            let borrowed = font.subset.borrowers.contains(scalar)
            if glyph.face != run.face || borrowed {
                try unsafe show(run, style, on: page, &content)
                run = Run(face: glyph.face, start: Point(x, start.y))
            }
            run.codes.append(fourHexDigits: code)
            x += Double(glyph.advance) / 1000 * style.em + style.tracking
            if borrowed {
                // Two characters share this glyph, and the font's map can name only one of them.
                content.beginActualText(String(scalar))
                try unsafe show(run, style, on: page, &content)
                content.endActualText()
                run = Run(face: glyph.face, start: Point(x, start.y))
            }
        }
        try unsafe show(run, style, on: page, &content)
    }

    private struct Run {
        var face: Int
        var start: Point
        /// In hexadecimal digits.
        var codes: [UInt8] = []
    }

    private func show(
        _ run: Run,
        _ style: TextStyle,
        on page: HPDF_Page,
        _ content: inout ContentStream
    ) throws(PDFError) {
        guard !run.codes.isEmpty, let font = fonts[run.face] else { return }
        guard let name = unsafe HPDF_Page_GetLocalFontName(page, font.object) else {
            throw PDFError(.noMemory, "a font")
        }
        content.text(font: unsafe String(cString: name), codes: run.codes, at: run.start, style)
    }
}
