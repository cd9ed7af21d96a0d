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
        let first = library.firstFace(of: style.role) ?? 0
        let codes = codes(ofFace: first)
        var run = Run(face: first, start: start)
        run.codes.reserveCapacity(4 * text.utf8.count)
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            // What the first font has needs no search, as nearly all characters.
            let glyph: Glyph
            if let found = codes?.glyph(of: scalar) {
                glyph = Glyph(face: first, code: found.code, isBorrowed: found.isBorrowed)
            } else {
                glyph = try fallback(scalar, style.role)
            }
            if glyph.face != run.face || glyph.isBorrowed {
                try unsafe show(run, style, on: page, &content)
                run = Run(face: glyph.face, start: place(index, in: text, start, style))
            }
            run.codes.append(fourHexDigits: glyph.code)
            if glyph.isBorrowed {
                // Two characters share this glyph, and the font's map can name only one of them.
                content.beginActualText(String(scalar))
                try unsafe show(run, style, on: page, &content)
                content.endActualText()
                let next = text.unicodeScalars.index(after: index)
                run = Run(face: glyph.face, start: place(next, in: text, start, style))
            }
        }
        try unsafe show(run, style, on: page, &content)
    }

    private struct Glyph {
        let face: Int
        let code: UInt16
        let isBorrowed: Bool
    }

    private func fallback(
        _ scalar: Unicode.Scalar,
        _ role: FontRole
    ) throws(PDFError) -> Glyph {
        guard let face = library.glyph(of: scalar, role: role)?.face,
            let (code, isBorrowed) = codes(ofFace: face)?.glyph(of: scalar)
        else { throw PDFError(missing: scalar) }
        return Glyph(face: face, code: code, isBorrowed: isBorrowed)
    }

    /// Where a character of a line stands.
    private func place(
        _ index: String.Index,
        in text: String,
        _ start: Point,
        _ style: TextStyle
    ) -> Point {
        Point(start.x + library.width(of: String(text[..<index]), in: style), start.y)
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
