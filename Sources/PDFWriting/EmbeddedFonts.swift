import CHaru
import PageLayout

/// The fonts of one document under construction, ready to show text.
@safe final class EmbeddedFonts: TextSetting {
    @safe struct Font {
        let subset: FontSubset
        let object: HPDF_Dict
    }

    let library: FontLibrary
    /// By the numbers of the library's faces.
    private let fonts: [Font?]
    private let codes: [ScalarCodes?]
    /// The first faces of roles, by their positions.
    private let firstFaces: [Int]
    private var page: HPDF_Page?
    /// What the page that is drawn calls them, if they have names there yet.
    private var names: [[UInt8]?] = []

    init(library: FontLibrary, fonts: [Int: Font]) {
        self.library = library
        let faces = 0..<max(library.faces.count, (fonts.keys.max() ?? 0) + 1)
        self.fonts = faces.map { fonts[$0] }
        codes = faces.map { fonts[$0]?.subset.codes }
        firstFaces = FontRole.allCases.map { library.firstFace(of: $0) }
    }

    /// Forgets the names of fonts: each page has its own.
    func begin(_ page: HPDF_Page) {
        unsafe self.page = page
        names = Array(repeating: nil, count: fonts.count)
    }

    func glyph(of scalar: Unicode.Scalar, _ role: FontRole) throws(PDFError) -> SetGlyph {
        // What the first font has needs no search, as nearly all characters.
        let first = firstFaces[role.position]
        if let found = codes[first]?.glyph(of: scalar) {
            return SetGlyph(face: first, code: found.code, isBorrowed: found.isBorrowed)
        }
        guard let face = library.glyph(of: scalar, role: role)?.face, codes.indices.contains(face),
            let (code, isBorrowed) = codes[face]?.glyph(of: scalar)
        else { throw PDFError(missing: scalar) }
        return SetGlyph(face: face, code: code, isBorrowed: isBorrowed)
    }

    func name(ofFace face: Int) throws(PDFError) -> [UInt8] {
        if let known = names[face] { return known }
        guard let font = fonts[face], let page = unsafe page,
            let text = unsafe HPDF_Page_GetLocalFontName(page, font.object)
        else { throw PDFError(.noMemory, "a font") }
        let name = unsafe Array(String(cString: text).utf8)
        names[face] = name
        return name
    }
}
