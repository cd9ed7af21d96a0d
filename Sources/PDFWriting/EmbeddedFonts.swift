import CHaru
import PageLayout

/// The fonts of one document under construction, ready to show text.
@safe final class EmbeddedFonts {
    @safe struct Font {
        let subset: FontSubset
        let object: HPDF_Dict
        /// What the page that is drawn calls it, if it has a name there yet.
        var name: [UInt8]?
    }

    private let library: FontLibrary
    /// By the numbers of the library's faces.
    private var fonts: [Font?]

    init(library: FontLibrary, fonts: [Int: Font]) {
        self.library = library
        self.fonts = (0...(fonts.keys.max() ?? 0)).map { fonts[$0] }
    }

    /// Forgets the names of fonts: each page has its own.
    func beginPage() { for face in fonts.indices { fonts[face]?.name = nil } }

    /// Shows a line of text, changing fonts where a character is set in a fallback.
    func show(
        _ text: String,
        at start: Point,
        _ style: TextStyle,
        on page: HPDF_Page,
        _ content: inout ContentStream
    ) throws(PDFError) {
        var run = Run(face: -1, start: start)
        run.codes.reserveCapacity(4 * text.utf8.count)
        var codes: ScalarCodes?
        var x = start.x
        for scalar in text.unicodeScalars {
            guard let glyph = library.glyph(of: scalar, role: style.role) else {
                throw PDFError(missing: scalar)
            }
            if glyph.face != run.face { codes = self.codes(ofFace: glyph.face) }
            guard let (code, isBorrowed) = codes?.glyph(of: scalar) else {
                throw PDFError(missing: scalar)
            }
            if glyph.face != run.face || isBorrowed {
                try unsafe show(run, style, on: page, &content)
                run = Run(face: glyph.face, start: Point(x, start.y))
            }
            run.codes.append(fourHexDigits: code)
            x += Double(glyph.advance) / 1000 * style.em + style.tracking
            if isBorrowed {
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
        guard !run.codes.isEmpty else { return }
        let name = try unsafe name(ofFace: run.face, on: page)
        content.text(font: name, codes: run.codes, at: run.start, style)
    }

    private func codes(ofFace face: Int) -> ScalarCodes? {
        fonts.indices.contains(face) ? fonts[face]?.subset.codes : nil
    }

    private func name(ofFace face: Int, on page: HPDF_Page) throws(PDFError) -> [UInt8] {
        if let known = fonts[face]?.name { return known }
        guard let font = fonts[face],
            let text = unsafe HPDF_Page_GetLocalFontName(page, font.object)
        else { throw PDFError(.noMemory, "a font") }
        let name = unsafe Array(String(cString: text).utf8)
        fonts[face]?.name = name
        return name
    }
}
