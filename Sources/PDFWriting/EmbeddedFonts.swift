import CHaru
import PageLayout

/// The fonts of one document under construction, ready to show text.
@safe final class EmbeddedFonts: TextSetting {
    @safe struct Font {
        let subset: FontSubset
        let object: HPDF_Dict
        /// What the page that is drawn calls it, if it has a name there yet.
        var name: [UInt8]?
    }

    let library: FontLibrary
    /// By the numbers of the library's faces.
    private var fonts: [Font?]
    private var page: HPDF_Page?

    init(library: FontLibrary, fonts: [Int: Font]) {
        self.library = library
        self.fonts = (0...(fonts.keys.max() ?? 0)).map { fonts[$0] }
    }

    /// Forgets the names of fonts: each page has its own.
    func begin(_ page: HPDF_Page) {
        unsafe self.page = page
        for face in fonts.indices { fonts[face]?.name = nil }
    }

    func glyph(of scalar: Unicode.Scalar, _ role: FontRole) throws(PDFError) -> SetGlyph {
        guard let face = library.glyph(of: scalar, role: role)?.face, fonts.indices.contains(face),
            let (code, isBorrowed) = fonts[face]?.subset.codes.glyph(of: scalar)
        else { throw PDFError(missing: scalar) }
        return SetGlyph(face: face, code: code, isBorrowed: isBorrowed)
    }

    func name(ofFace face: Int) throws(PDFError) -> [UInt8] {
        if let known = fonts[face]?.name { return known }
        guard let font = fonts[face], let page = unsafe page,
            let text = unsafe HPDF_Page_GetLocalFontName(page, font.object)
        else { throw PDFError(.noMemory, "a font") }
        let name = unsafe Array(String(cString: text).utf8)
        fonts[face]?.name = name
        return name
    }
}
