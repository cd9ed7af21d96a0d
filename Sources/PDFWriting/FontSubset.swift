import CHarfBuzz

/// A font cut down to the characters of one document, as a value ready to embed.
struct FontSubset {
    /// The font program: a bare CFF table, or a TrueType file.
    let program: [UInt8]
    let isCFF: Bool
    /// The name with its subset tag, "ABCDEF+NotoSerifCJKsc-Regular".
    let name: String
    let ascent: Int
    let descent: Int
    /// The two-byte code by which a PDF shows a character.
    let codes: [Unicode.Scalar: UInt16]
    /// Advance widths by code, in thousandths of the type size.
    let widths: [UInt16: Int]
    /// The character that a code stands for when text is extracted.
    let characters: [UInt16: Unicode.Scalar]

    /// Subsets a font with HarfBuzz.
    ///
    /// A CID-keyed CFF keeps its CIDs, so those are the codes; all other glyphs are numbered anew.
    init(of face: FontFace, scalars: [Unicode.Scalar]) throws(PDFError) {
        guard let input = unsafe hb_subset_input_create_or_fail() else {
            throw PDFError(.noMemory, "")
        }
        defer { unsafe hb_subset_input_destroy(input) }
        unsafe hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        for scalar in scalars {
            unsafe hb_set_add(hb_subset_input_unicode_set(input), scalar.value)
        }
        for table: StaticString in ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "name"]
        {
            let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
            unsafe hb_set_add(dropped, FontFace.tag(table))
        }
        guard let plan = unsafe hb_subset_plan_create_or_fail(face.handle, input) else {
            throw PDFError(.fontUnusable, face.location.path)
        }
        defer { unsafe hb_subset_plan_destroy(plan) }
        guard let subset = unsafe hb_subset_plan_execute_or_fail(plan) else {
            throw PDFError(.fontUnusable, face.location.path)
        }
        defer { unsafe hb_face_destroy(subset) }
        isCFF = face.isCFF
        program = unsafe Self.program(of: subset, isCFF: face.isCFF)
        name = Self.tag(of: program) + "+" + face.postScriptName
        ascent = face.ascent
        descent = face.descent

        let renumbered = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
        var codes: [Unicode.Scalar: UInt16] = [:]
        var widths: [UInt16: Int] = [:]
        var characters: [UInt16: Unicode.Scalar] = [:]
        for scalar in scalars {
            guard let glyph = face.glyph(of: scalar) else {
                throw PDFError(missing: scalar)
            }
            let number = face.isCIDKeyed ? glyph : unsafe hb_map_get(renumbered, glyph)
            guard let code = UInt16(exactly: number) else {
                throw PDFError(.fontUnusable, face.location.path)
            }
            codes[scalar] = code
            widths[code] = face.advance(of: glyph)
            if characters[code] == nil { characters[code] = scalar }
        }
        self.codes = codes
        self.widths = widths
        self.characters = characters
    }

    private static func program(of face: OpaquePointer, isCFF: Bool) -> [UInt8] {
        let blob =
            isCFF
            ? unsafe hb_face_reference_table(face, FontFace.tag("CFF "))
            : unsafe hb_face_reference_blob(face)
        defer { unsafe hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let bytes = unsafe hb_blob_get_data(blob, &length) else { return [] }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(length)))
    }

    /// Six capitals from the program's bytes (FNV-1a), so that equal subsets have equal names.
    private static func tag(of program: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in program { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var letters: [UInt8] = []
        for _ in 0..<6 {
            letters.append(UInt8(ascii: "A") + UInt8(hash % 26))
            hash /= 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
