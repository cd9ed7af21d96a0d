import CHarfBuzz

/// One opened font: glyphs and widths of characters.
@safe final class FontFace {
    let location: FontLocation
    /// Whether the outlines are CFF (embedded bare) or TrueType (embedded by glyph number).
    let isCFF: Bool
    let postScriptName: String
    /// Highest and lowest reach of the glyphs, in thousandths of the type size.
    let ascent: Int
    let descent: Int

    let handle: OpaquePointer
    private let file: MappedFile
    private let font: OpaquePointer
    private let unitsPerEm: Int
    private var store: (any GlyphStore)?
    private var known = ScalarTable<Glyph?>()

    private struct Glyph {
        let number: UInt32
        let advance: Int
    }

    init(_ location: FontLocation) throws(PDFError) {
        guard let file = MappedFile(location.path), file.count <= UInt32.max,
            let blob = unsafe hb_blob_create_or_fail(
                file.bytes.baseAddress,
                UInt32(file.count),
                HB_MEMORY_MODE_READONLY,
                nil,
                nil
            )
        else { throw PDFError(.fontUnreadable, location.path) }
        defer { unsafe hb_blob_destroy(blob) }
        guard (0..<Int(unsafe hb_face_count(blob))).contains(location.index),
            let face = unsafe hb_face_create(blob, UInt32(location.index)),
            let font = unsafe hb_font_create(face)
        else { throw PDFError(.fontUnusable, location.path) }
        self.location = location
        self.file = file
        unsafe self.handle = face
        unsafe self.font = font
        unitsPerEm = Int(unsafe hb_face_get_upem(face))
        isCFF = unsafe Self.hasTable("CFF ", in: face)
        postScriptName = unsafe Self.postScriptName(of: face)
        var extents = hb_font_extents_t()
        let known = unsafe hb_font_get_h_extents(font, &extents) != 0
        ascent = known ? Int(extents.ascender) * 1000 / unitsPerEm : 880
        descent = known ? Int(extents.descender) * 1000 / unitsPerEm : -120
        guard unsafe isCFF || Self.hasTable("glyf", in: face),
            unsafe Self.hasTable("cmap", in: face)
        else {
            throw PDFError(.fontUnusable, location.path)
        }
    }

    deinit {
        unsafe hb_font_destroy(font)
        unsafe hb_face_destroy(handle)
    }

    /// The glyph of a character; nil if the font has none.
    func glyph(of scalar: Unicode.Scalar) -> UInt32? { known(scalar)?.number }

    /// The advance width of a character in thousandths of the type size, rounded as it stands in the PDF.
    func advance(of scalar: Unicode.Scalar) -> Int { known(scalar)?.advance ?? 0 }

    private func known(_ scalar: Unicode.Scalar) -> Glyph? {
        if let glyph = known[scalar] { return glyph }
        var number: UInt32 = 0
        let isThere = unsafe hb_font_get_nominal_glyph(font, scalar.value, &number) != 0
        let glyph =
            isThere && number != 0 ? Glyph(number: number, advance: advance(of: number)) : nil
        known[scalar] = .some(glyph)
        return glyph
    }

    private func advance(of glyph: UInt32) -> Int {
        let units = Int(unsafe hb_font_get_glyph_h_advance(font, glyph))
        return (units * 2000 + unitsPerEm) / (2 * unitsPerEm)
    }

    /// The outlines, which programs are put together of.
    func glyphs() throws(PDFError) -> any GlyphStore {
        if let store { return store }
        let store: any GlyphStore = isCFF ? try CFFGlyphs(self) : try TrueTypeGlyphs(self)
        self.store = store
        return store
    }

    /// Lets go of what was read of the file: outlines lie all over it, and are kept as they are wanted.
    func releaseFile() { file.release() }

    static func tag(_ name: StaticString) -> UInt32 {
        name.withUTF8Buffer { bytes in unsafe bytes.reduce(0) { $0 << 8 | UInt32($1) } }
    }

    private static func hasTable(_ name: StaticString, in face: OpaquePointer) -> Bool {
        let table = unsafe hb_face_reference_table(face, tag(name))
        defer { unsafe hb_blob_destroy(table) }
        return unsafe hb_blob_get_length(table) > 0
    }

    private static func postScriptName(of face: OpaquePointer) -> String {
        let postScriptNameID: UInt32 = 6
        var size: UInt32 = 128
        var bytes = [CChar](repeating: 0, count: 128)
        _ = unsafe hb_ot_name_get_utf8(face, postScriptNameID, nil, &size, &bytes)
        let name = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            .filter { (0x21...0x7E).contains($0) && !"()<>[]{}/%#".utf8.contains($0) }
        return name.isEmpty ? "Font" : String(decoding: name, as: UTF8.self)
    }
}
