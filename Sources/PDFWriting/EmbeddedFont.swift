/// A font as a document has it.
struct EmbeddedFont {
    let subset: FontSubset
    /// What it is called where a reader can type in it: viewers refuse to type in what they see is a subset.
    var fullName: String?

    var name: String { fullName ?? subset.name }

    /// States the font as a Type 0 font with Identity-H codes (ISO 32000-1, 9.7).
    func state(as number: Int, in objects: some ObjectTaking) {
        let unicode = objects.add(subset.unicode, ObjectText())
        var text = ObjectText()
        text.add("<</Type/Font/Subtype/Type0/BaseFont")
        text.add(name: name)
        text.add("/Encoding/Identity-H/ToUnicode")
        text.add(reference: unicode)
        text.add("/DescendantFonts[")
        text.add(reference: stateDescendant(in: objects))
        text.add("]>>")
        objects.add(text, as: number)
    }

    private func stateDescendant(in objects: some ObjectTaking) -> Int {
        var text = ObjectText()
        text.add("<</Type/Font/Subtype")
        if subset.isCFF {
            text.add("/CIDFontType0")
        } else if let glyphs = subset.glyphMap {
            text.add("/CIDFontType2/CIDToGIDMap")
            text.add(reference: objects.add(glyphs, ObjectText()))
        } else {
            text.add("/CIDFontType2/CIDToGIDMap/Identity")
        }
        text.add("/BaseFont")
        text.add(name: name)
        text.add("/FontDescriptor")
        text.add(reference: stateDescriptor(in: objects))
        text.add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W")
        text.add(subset.widths)
        text.add(">>")
        return objects.add(text)
    }

    private func stateDescriptor(in objects: some ObjectTaking) -> Int {
        var entries = ObjectText()
        entries.add(subset.isCFF ? "/Subtype/CIDFontType0C" : "/Length1")
        if !subset.isCFF { entries.add(subset.program.plain.count) }
        let program = objects.add(subset.program, entries)
        var text = ObjectText()
        text.add("<</Type/FontDescriptor/FontName")
        text.add(name: name)
        text.add(subset.isCFF ? "/FontFile3" : "/FontFile2")
        text.add(reference: program)
        // The flag says that the font is symbolic.
        text.add("/Flags 4/ItalicAngle 0/StemV 80/Ascent")
        text.add(subset.ascent)
        text.add("/Descent")
        text.add(subset.descent)
        text.add("/CapHeight")
        text.add(subset.ascent * 3 / 4)
        text.add("/FontBBox[-200")
        text.add(subset.descent)
        text.add(" 1200")
        text.add(subset.ascent)
        text.add("]>>")
        return objects.add(text)
    }
}
