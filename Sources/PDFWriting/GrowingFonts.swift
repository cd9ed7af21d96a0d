import PageLayout

/// The fonts of a growing document: each character gets its code where it is shown first, and the fonts are
/// cut down to what was shown when all pages are there.
final class GrowingFonts: TextSetting {
    private struct Font {
        /// The object's number.
        let number: Int
        /// The characters that codes stand for, from code 1.
        var scalars: [Unicode.Scalar] = []
        /// The codes of glyphs, by their numbers in the font.
        var codes: [UInt32: UInt16] = [:]
        var glyphs = ScalarTable<SetGlyph>()
    }

    let library: FontLibrary
    private let file: GrowingFile
    /// By the numbers of the library's faces.
    private var fonts: [Font?] = []
    /// The faces in the order of use: the order of opening would depend on documents written before.
    private var faces: [Int] = []

    init(_ library: FontLibrary, in file: GrowingFile) {
        self.library = library
        self.file = file
    }

    func glyph(of scalar: Unicode.Scalar, _ role: FontRole) throws(PDFError) -> SetGlyph {
        guard let glyph = library.glyph(of: scalar, role: role) else {
            throw PDFError(missing: scalar)
        }
        let face = glyph.face
        if fonts.indices.contains(face), let known = fonts[face]?.glyphs[scalar] { return known }
        return try add(scalar, glyph)
    }

    private func add(
        _ scalar: Unicode.Scalar,
        _ glyph: FontLibrary.Glyph
    ) throws(PDFError) -> SetGlyph {
        let face = glyph.face
        while fonts.count <= face { fonts.append(nil) }
        var font = fonts[face] ?? Font(number: file.reserve())
        if fonts[face] == nil { faces.append(face) }
        // Else the table would be copied.
        fonts[face] = nil
        let known = font.codes[glyph.id]
        if known == nil {
            font.scalars.append(scalar)
            font.codes[glyph.id] = UInt16(truncatingIfNeeded: font.scalars.count)
        }
        guard font.scalars.count < UInt16.max, let code = font.codes[glyph.id] else {
            throw PDFError(.fontUnusable, library.faces[face].location.path)
        }
        let shown = SetGlyph(face: face, code: code, isBorrowed: known != nil)
        font.glyphs[scalar] = shown
        fonts[face] = font
        return shown
    }

    /// All pages call a font alike.
    func name(ofFace face: Int) throws(PDFError) -> [UInt8] { Array("F\(face)".utf8) }

    /// Writes the fonts, and gives the dictionary of their names.
    func end() throws(PDFError) -> ObjectText {
        var names = ObjectText("<<")
        for face in faces {
            guard let font = fonts[face] else { continue }
            let subset = try FontSubset(
                of: library.faces[face],
                scalars: font.scalars,
                deflater: library.deflater,
                effort: .much,
                keepsOrder: true
            )
            EmbeddedFont(subset: subset).state(as: font.number, in: file)
            names.add(name: "F\(face)")
            names.add(reference: font.number)
        }
        names.add(">>")
        return names
    }
}
