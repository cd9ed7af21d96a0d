import CHarfBuzz

/// What HarfBuzz leaves of a font when it is cut down to some glyphs.
@safe struct HarfBuzzSubset: ~Copyable {
    private let plan: OpaquePointer
    private let face: OpaquePointer
    private let path: String

    /// Cuts a font down to these glyphs, whose hints and CFF subroutines are taken out.
    ///
    /// Subroutines are an older way of compressing: deflated, outlines without them are smaller.
    init(of font: FontFace, glyphs: [UInt32]) throws(PDFError) {
        path = font.location.path
        guard let input = unsafe hb_subset_input_create_or_fail() else {
            throw PDFError(.noMemory, "")
        }
        defer { unsafe hb_subset_input_destroy(input) }
        unsafe hb_subset_input_set_flags(
            input,
            HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
        )
        let wanted = unsafe hb_subset_input_glyph_set(input)
        for glyph in glyphs { unsafe hb_set_add(wanted, glyph) }
        guard let source = unsafe Self.outlines(of: font.handle) else {
            throw PDFError(.noMemory, "")
        }
        // A plan holds it too.
        defer { unsafe hb_face_destroy(source) }
        guard let plan = unsafe hb_subset_plan_create_or_fail(source, input) else {
            throw PDFError(.fontUnusable, path)
        }
        guard let face = unsafe hb_subset_plan_execute_or_fail(plan) else {
            unsafe hb_subset_plan_destroy(plan)
            throw PDFError(.fontUnusable, path)
        }
        unsafe self.plan = plan
        unsafe self.face = face
    }

    deinit {
        unsafe hb_face_destroy(face)
        unsafe hb_subset_plan_destroy(plan)
    }

    /// The font without the tables that a PDF has no use for.
    ///
    /// They are hidden rather than dropped: a plan looks at every character of a `cmap` that it sees, and
    /// a Chinese font has tens of thousands.
    private static func outlines(of face: OpaquePointer) -> OpaquePointer? {
        unsafe hb_face_create_for_tables(
            { _, tag, face in
                let isHidden = HarfBuzzSubset.hidden.contains(tag)
                return unsafe isHidden
                    ? hb_blob_get_empty() : hb_face_reference_table(OpaquePointer(face), tag)
            },
            UnsafeMutableRawPointer(hb_face_reference(face)),
            { face in unsafe hb_face_destroy(OpaquePointer(face)) }
        )
    }

    private static let hidden: Set<hb_tag_t> = Set(
        ([
            "GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "name", "cmap", "OS/2", "post",
            "gasp",
        ] as [StaticString]).map(FontFace.tag)
    )

    /// The number that a glyph of the font has in the subset.
    func number(of glyph: UInt32) -> Int {
        Int(unsafe hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(plan), glyph))
    }

    /// The bytes of a table.
    func table(_ name: StaticString) -> FontBytes {
        let blob = unsafe hb_face_reference_table(face, FontFace.tag(name))
        return unsafe bytes(of: blob)
    }

    /// The bytes of the whole font.
    var program: FontBytes { unsafe bytes(of: hb_face_reference_blob(face)) }

    private func bytes(of blob: OpaquePointer?) -> FontBytes {
        defer { unsafe hb_blob_destroy(blob) }
        var length: UInt32 = 0
        let bytes = unsafe hb_blob_get_data(blob, &length)
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(length))
        return FontBytes(unsafe [UInt8](buffer), path: path)
    }
}
