import CHaru

extension PDFDocument {
    /// Embeds a font, which is stated when libharu has made all of its objects.
    func add(_ font: EmbeddedFont) throws(PDFError) -> HPDF_Dict {
        let object = try unsafe makeStandIn()
        unsafe object.pointee.header.obj_class |= HPDF_UINT16(HPDF_OSUBCLASS_FONT)
        ownObjects.fonts.append((unsafe Self.number(of: object), font))
        return unsafe object
    }

    /// States the fonts as Type 0 fonts with Identity-H codes (ISO 32000-1, 9.7).
    func stateFonts() {
        for (number, font) in ownObjects.fonts {
            let unicode = ownObjects.append(stream(of: font.subset.unicode))
            payloads[unicode] = payload(of: font.subset.unicode)
            var text = ObjectText()
            text.add("<</Type/Font/Subtype/Type0/BaseFont")
            text.add(name: font.name)
            text.add("/Encoding/Identity-H/ToUnicode")
            text.add(reference: unicode)
            text.add("/DescendantFonts[")
            text.add(reference: stateDescendant(of: font))
            text.add("]>>")
            ownObjects.setStandIn(number, to: text)
        }
    }

    private func stateDescendant(of font: EmbeddedFont) -> Int {
        let subset = font.subset
        var text = ObjectText()
        text.add("<</Type/Font/Subtype")
        text.add(subset.isCFF ? "/CIDFontType0" : "/CIDFontType2/CIDToGIDMap/Identity")
        text.add("/BaseFont")
        text.add(name: font.name)
        text.add("/FontDescriptor")
        text.add(reference: stateDescriptor(of: font))
        text.add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W")
        text.add(subset.widths)
        text.add(">>")
        return ownObjects.append(text)
    }

    private func stateDescriptor(of font: EmbeddedFont) -> Int {
        let subset = font.subset
        var entries = ObjectText()
        entries.add(subset.isCFF ? "/Subtype/CIDFontType0C" : "/Length1")
        if !subset.isCFF { entries.add(subset.program.plain.count) }
        let program = ownObjects.append(stream(of: subset.program, entries))
        payloads[program] = payload(of: subset.program)
        var text = ObjectText()
        text.add("<</Type/FontDescriptor/FontName")
        text.add(name: font.name)
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
        return ownObjects.append(text)
    }

    private func payload(of bytes: StreamBytes) -> [UInt8] {
        deflater == nil ? bytes.plain : bytes.deflated
    }

    /// The dictionary of a stream.
    private func stream(of bytes: StreamBytes, _ entries: ObjectText? = nil) -> ObjectText {
        var text = ObjectText()
        text.add("<<")
        if let entries { text.add(entries.bytes) }
        if deflater != nil { text.add("/Filter/FlateDecode") }
        text.add("/Length")
        text.add(payload(of: bytes).count)
        text.add(">>")
        return text
    }
}
