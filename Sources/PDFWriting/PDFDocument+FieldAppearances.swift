import CHaru
import PageLayout

extension PDFDocument {
    /// Draws both states of a box, and shows one.
    func addStates(
        on: String,
        now: String,
        _ colour: Colour,
        of widget: FieldForm.Widget,
        to annotation: HPDF_Dict
    ) throws(PDFError) {
        unsafe setName(now, "AS", of: annotation)
        try unsafe setLook(colour, of: annotation)
        let states = try unsafe makeDictionary("N", of: makeDictionary("AP", of: annotation))
        for (name, isTicked) in [(on, true), ("Off", false)] {
            let appearance = FieldAppearance(box: widget.box, isTicked: isTicked, colour)
            unsafe HPDF_Dict_Add(states, name, try makeForm(appearance, widget.box, nil))
        }
    }

    /// Says how the box looks to programs that draw it anew: with an outline, and a tick, not a dot.
    private func setLook(_ colour: Colour, of annotation: HPDF_Dict) throws(PDFError) {
        let characteristics = try unsafe makeDictionary("MK", of: annotation)
        let components = [colour.red, colour.green, colour.blue].map { Double($0) / 255 }
        try unsafe add(reals: components, to: makeArray("BC", of: characteristics))
        // The tick of ZapfDingbats, which every such program has.
        unsafe setString("4", "CA", of: characteristics)
    }

    /// What a field looks like, as a drawing of its own (ISO 32000-1, 8.10).
    func makeForm(
        _ appearance: FieldAppearance,
        _ box: Box,
        _ fonts: FieldFonts?
    ) throws(PDFError) -> HPDF_Dict {
        let form = try unsafe makeStream(appearance.content.bytes, compressed: deflater != nil)
        unsafe setName("XObject", "Type", of: form)
        unsafe setName("Form", "Subtype", of: form)
        let corners = [0, 0, box.width * 72 / 25.4, box.height * 72 / 25.4]
        try unsafe add(reals: corners, to: makeArray("BBox", of: form))
        let resources = try unsafe makeDictionary("Resources", of: form)
        guard let fonts else { return unsafe form }
        try unsafe setFonts(appearance.faces, of: fonts, in: resources)
        return unsafe form
    }

    /// Names fonts for content streams, in an order of their own.
    func setFonts(
        _ faces: Set<Int>,
        of fonts: FieldFonts,
        in resources: HPDF_Dict
    ) throws(PDFError) {
        let named = try unsafe makeDictionary("Font", of: resources)
        let wanted = faces.compactMap { fonts.fonts[$0] }.sorted { $0.name < $1.name }
        for font in wanted { unsafe HPDF_Dict_Add(named, font.name, font.object) }
    }
}
