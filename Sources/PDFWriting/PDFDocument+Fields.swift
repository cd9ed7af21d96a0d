import CHaru
import PageLayout

extension PDFDocument {
    /// Adds the form and a box on a page for each place where it is filled in (ISO 32000-1, 12.7).
    func add(
        _ form: FieldForm,
        _ fonts: FieldFonts,
        _ targets: inout StructureTargets
    ) throws(PDFError) {
        let root = try unsafe makeDictionary()
        unsafe HPDF_Dict_Add(catalog, "AcroForm", root)
        var parents = try unsafe FieldParents(makeArray("Fields", of: root))
        for entry in form.entries {
            let field = try unsafe makeField(entry, under: &parents)
            switch entry.field.kind {
            case .text(let style, let alignment, let isMultiline, let limit):
                let font = fonts.name(for: style.role) ?? style.role.rawValue
                let appearance = ContentStream.defaultAppearance(font: font, style)
                unsafe setName("Tx", "FT", of: field)
                unsafe setString(appearance, "DA", of: field)
                unsafe setNumber(alignment.quadding, "Q", of: field)
                if let limit { unsafe setNumber(limit, "MaxLen", of: field) }
                unsafe setFlags(entry, isMultiline ? Self.multiline : 0, of: field)
                if !entry.field.value.isEmpty { unsafe setText(entry.field.value, "V", of: field) }
                try unsafe addText(entry, to: field, fonts, &targets)
            case .checkBox(let style):
                unsafe setFlags(entry, 0, of: field)
                try unsafe addCheckBox(entry, to: field, style, &targets)
            case .option:
                unsafe setFlags(entry, Self.radio, of: field)
                try unsafe addOptions(entry, to: field, &targets)
            }
        }
        try unsafe addResources(fonts, to: root)
        try check("the form")
    }

    // ISO 32000-1, tables 221, 226 and 228.
    private static let required = 1 << 1
    private static let multiline = 1 << 12
    private static let radio = 1 << 15

    private func setFlags(_ entry: FieldForm.Entry, _ flags: Int, of field: HPDF_Dict) {
        let flags = flags | (entry.field.isRequired ? Self.required : 0)
        if flags != 0 { unsafe setNumber(flags, "Ff", of: field) }
    }

    private func addResources(_ fonts: FieldFonts, to root: HPDF_Dict) throws(PDFError) {
        let named = try unsafe makeDictionary("Font", of: makeDictionary("DR", of: root))
        for face in Set(fonts.typing.values).sorted(by: { fonts.name(of: $0) < fonts.name(of: $1) })
        {
            if let font = fonts.fonts[face] {
                unsafe HPDF_Dict_Add(named, font.name, font.object)
            }
        }
    }

    private func addText(
        _ entry: FieldForm.Entry,
        to field: HPDF_Dict,
        _ fonts: FieldFonts,
        _ targets: inout StructureTargets
    ) throws(PDFError) {
        guard let widget = entry.widgets.first,
            case .text(let style, let alignment, let isMultiline, _) = widget.field.kind
        else { return }
        let appearance = try FieldAppearance(
            box: widget.box,
            widget.field.value,
            style,
            alignment,
            isMultiline: isMultiline,
            fonts
        )
        try unsafe place(widget, field, &targets)
        let looks = try unsafe makeDictionary("AP", of: field)
        unsafe HPDF_Dict_Add(looks, "N", try makeForm(appearance, widget.box, fonts))
    }

    private func addCheckBox(
        _ entry: FieldForm.Entry,
        to field: HPDF_Dict,
        _ style: TextStyle,
        _ targets: inout StructureTargets
    ) throws(PDFError) {
        let state = entry.field.value.isEmpty ? "Off" : "Yes"
        unsafe setName("Btn", "FT", of: field)
        unsafe setName(state, "V", of: field)
        for widget in entry.widgets {
            try unsafe place(widget, field, &targets)
            try unsafe addStates(on: "Yes", now: state, style.colour, of: widget, to: field)
        }
    }

    /// The states are numbered, for names of PDF are hardly ever read as Chinese; the values stand beside.
    private func addOptions(
        _ entry: FieldForm.Entry,
        to field: HPDF_Dict,
        _ targets: inout StructureTargets
    ) throws(PDFError) {
        let chosen = entry.widgets.firstIndex { $0.option == entry.field.value }
        unsafe setName("Btn", "FT", of: field)
        unsafe setName(chosen.map { "\($0)" } ?? "Off", "V", of: field)
        let values = try unsafe makeArray("Opt", of: field)
        let kids = try unsafe makeArray("Kids", of: field)
        for (index, widget) in entry.widgets.enumerated() {
            guard case .option(let value, let style) = widget.field.kind else { continue }
            unsafe HPDF_Array_Add(values, makeText(value))
            let kid = try unsafe makeDictionary()
            unsafe HPDF_Dict_Add(kid, "Parent", field)
            unsafe HPDF_Array_Add(kids, kid)
            unsafe setText("\(widget.field.label) \(value)", "TU", of: kid)
            try unsafe place(widget, kid, &targets)
            let state = index == chosen ? "\(index)" : "Off"
            try unsafe addStates(on: "\(index)", now: state, style.colour, of: widget, to: kid)
        }
    }

    /// Makes a dictionary the annotation by which a field is seen and filled in.
    private func place(
        _ widget: FieldForm.Widget,
        _ annotation: HPDF_Dict,
        _ targets: inout StructureTargets
    ) throws(PDFError) {
        let page = unsafe targets.pages[widget.place.page]
        unsafe setName("Annot", "Type", of: annotation)
        unsafe setName("Widget", "Subtype", of: annotation)
        let corners = widget.box.corners(onPageOfHeight: targets.heights[widget.place.page])
        try unsafe add(reals: corners, to: makeArray("Rect", of: annotation))
        // Printable and not hidden (ISO 19005-3, 6.3.2).
        unsafe setNumber(4, "F", of: annotation)
        unsafe HPDF_Dict_Add(annotation, "P", page)
        // A page that has links has the list already.
        if let known = unsafe HPDF_Dict_GetItem(page, "Annots", HPDF_UINT16(HPDF_OCLASS_ARRAY)) {
            unsafe HPDF_Array_Add(known.assumingMemoryBound(to: HPDF_Array_Rec.self), annotation)
        } else {
            try unsafe HPDF_Array_Add(makeArray("Annots", of: page), annotation)
        }
        unsafe targets.annotations[widget.place] = annotation
    }

    private func addStates(
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

    private func makeForm(
        _ appearance: FieldAppearance,
        _ box: Box,
        _ fonts: FieldFonts?
    ) throws(PDFError) -> HPDF_Dict {
        let isCompressed = unsafe handle.pointee.compression_mode & HPDF_COMP_TEXT != 0
        let form = try unsafe makeStream(appearance.content.bytes, compressed: isCompressed)
        unsafe setName("XObject", "Type", of: form)
        unsafe setName("Form", "Subtype", of: form)
        let corners = [0, 0, box.width * 72 / 25.4, box.height * 72 / 25.4]
        try unsafe add(reals: corners, to: makeArray("BBox", of: form))
        let resources = try unsafe makeDictionary("Resources", of: form)
        guard let fonts else { return unsafe form }
        let named = try unsafe makeDictionary("Font", of: resources)
        for face in appearance.faces.sorted(by: { fonts.name(of: $0) < fonts.name(of: $1) }) {
            if let font = fonts.fonts[face] {
                unsafe HPDF_Dict_Add(named, font.name, font.object)
            }
        }
        return unsafe form
    }
}
