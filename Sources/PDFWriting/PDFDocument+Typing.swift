import CHaru

extension PDFDocument {
    /// Names an embedded font without the tag of a subset, for viewers refuse to type in a subset.
    func setName(_ name: String, of font: HPDF_Dict) {
        unsafe setName(name, "BaseFont", of: font)
        let (array, dictionary) = (HPDF_UINT16(HPDF_OCLASS_ARRAY), HPDF_UINT16(HPDF_OCLASS_DICT))
        guard let list = unsafe HPDF_Dict_GetItem(font, "DescendantFonts", array),
            let item = unsafe HPDF_Array_GetItem(
                list.assumingMemoryBound(to: HPDF_Array_Rec.self),
                0,
                dictionary
            )
        else { return }
        let descendant = unsafe item.assumingMemoryBound(to: HPDF_Dict_Rec.self)
        unsafe setName(name, "BaseFont", of: descendant)
        guard let item = unsafe HPDF_Dict_GetItem(descendant, "FontDescriptor", dictionary) else {
            return
        }
        let descriptor = unsafe item.assumingMemoryBound(to: HPDF_Dict_Rec.self)
        unsafe setName(name, "FontName", of: descriptor)
    }
}
