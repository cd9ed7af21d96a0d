import CHaru
import PageLayout

/// The fonts of a form's fields: for each typeface one in which a reader can type, others for what it lacks.
@safe struct FieldFonts {
    @safe struct Font {
        /// The name by which content streams call it.
        let name: String
        let subset: FontSubset
        let object: HPDF_Dict
    }

    let library: FontLibrary
    /// By the numbers of the library's faces.
    let fonts: [Int: Font]
    /// The face in which each typeface is typed.
    let typing: [FontRole: Int]

    /// The font's name where text of a typeface is typed.
    func name(for role: FontRole) -> String? { typing[role].flatMap { fonts[$0]?.name } }

    /// The font and the code by which a character is shown.
    func glyph(of scalar: Unicode.Scalar, role: FontRole) -> (face: Int, code: UInt16)? {
        if let face = typing[role], let code = fonts[face]?.subset.codes[scalar] {
            return (face, code)
        }
        guard let glyph = library.glyph(of: scalar, role: role),
            let code = fonts[glyph.face]?.subset.codes[scalar]
        else { return nil }
        return (glyph.face, code)
    }

    /// Shows a line of text, and notes the fonts that it took.
    func show(
        _ text: String,
        at start: Point,
        _ style: TextStyle,
        _ content: inout ContentStream,
        used: inout Set<Int>
    ) throws(PDFError) {
        var x = start.x
        var run: (face: Int, x: Double, codes: [UInt16])?
        for scalar in text.unicodeScalars {
            guard let glyph = glyph(of: scalar, role: style.role), let font = fonts[glyph.face]
            else { throw PDFError(missing: scalar) }
            if let shown = run, shown.face != glyph.face {
                show(shown, y: start.y, style, &content)
                run = nil
            }
            var codes = run?.codes ?? []
            codes.append(glyph.code)
            run = (glyph.face, run?.x ?? x, codes)
            used.insert(glyph.face)
            let advance = font.subset.width(of: glyph.code)
            x += Double(advance) / 1000 * style.em
        }
        if let run { show(run, y: start.y, style, &content) }
    }

    private func show(
        _ run: (face: Int, x: Double, codes: [UInt16]),
        y: Double,
        _ style: TextStyle,
        _ content: inout ContentStream
    ) {
        guard let font = fonts[run.face] else { return }
        for code in run.codes { content.add(code) }
        content.text(font: Array(font.name.utf8), at: Point(run.x, y), style)
    }
}
