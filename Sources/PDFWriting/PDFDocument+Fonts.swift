import CHaru

extension PDFDocument {
    /// Embeds a subset as a Type 0 font with Identity-H codes (ISO 32000-1, 9.7).
    func add(_ subset: FontSubset) throws(PDFError) -> HPDF_Dict {
        let descendant = try unsafe makeDictionary(type: "Font")
        unsafe setName(
            subset.isCFF ? "CIDFontType0" : "CIDFontType2",
            "Subtype",
            of: descendant
        )
        unsafe setName(subset.name, "BaseFont", of: descendant)
        unsafe HPDF_Dict_Add(descendant, "FontDescriptor", try makeDescriptor(subset))
        unsafe setNumber(1000, "DW", of: descendant)
        if !subset.isCFF { unsafe setName("Identity", "CIDToGIDMap", of: descendant) }
        let system = try unsafe makeDictionary("CIDSystemInfo", of: descendant)
        unsafe setString("Adobe", "Registry", of: system)
        unsafe setString("Identity", "Ordering", of: system)
        unsafe setNumber(0, "Supplement", of: system)
        try unsafe setWidths(subset, of: descendant)

        let font = try unsafe makeDictionary(type: "Font")
        unsafe font.pointee.header.obj_class |= HPDF_UINT16(HPDF_OSUBCLASS_FONT)
        unsafe setName("Type0", "Subtype", of: font)
        unsafe setName(subset.name, "BaseFont", of: font)
        unsafe setName("Identity-H", "Encoding", of: font)
        let unicode = try unsafe makeStream(subset.unicode)
        unsafe HPDF_Dict_Add(font, "ToUnicode", unicode)
        let descendants = try unsafe makeArray("DescendantFonts", of: font)
        unsafe HPDF_Array_Add(descendants, descendant)
        try check("a font")
        return unsafe font
    }

    private func makeDescriptor(_ subset: FontSubset) throws(PDFError) -> HPDF_Dict {
        let program = try unsafe makeStream(subset.program)
        let descriptor = try unsafe makeDictionary(type: "FontDescriptor")
        if subset.isCFF {
            unsafe setName("CIDFontType0C", "Subtype", of: program)
            unsafe HPDF_Dict_Add(descriptor, "FontFile3", program)
        } else {
            unsafe setNumber(subset.program.plain.count, "Length1", of: program)
            unsafe HPDF_Dict_Add(descriptor, "FontFile2", program)
        }
        unsafe setName(subset.name, "FontName", of: descriptor)
        let symbolic = 4
        unsafe setNumber(symbolic, "Flags", of: descriptor)
        unsafe setNumber(0, "ItalicAngle", of: descriptor)
        unsafe setNumber(subset.ascent, "Ascent", of: descriptor)
        unsafe setNumber(subset.descent, "Descent", of: descriptor)
        unsafe setNumber(subset.ascent * 3 / 4, "CapHeight", of: descriptor)
        unsafe setNumber(80, "StemV", of: descriptor)
        let box = try unsafe makeArray("FontBBox", of: descriptor)
        unsafe add([-200, subset.descent, 1200, subset.ascent], to: box)
        return unsafe descriptor
    }

    /// States the widths that are not the default of 1000, neighbours together.
    private func setWidths(_ subset: FontSubset, of descendant: HPDF_Dict) throws(PDFError) {
        let widths = try unsafe makeArray("W", of: descendant)
        var next: UInt16?
        var run: HPDF_Array?
        for entry in subset.entries where entry.width != 1000 {
            if entry.code != next {
                unsafe add([Int(entry.code)], to: widths)
                unsafe run = try made(HPDF_Array_New(handle.pointee.mmgr), "the widths")
                unsafe HPDF_Array_Add(widths, run)
            }
            if let run = unsafe run { unsafe add([entry.width], to: run) }
            next = entry.code == .max ? nil : entry.code + 1
        }
    }
}
