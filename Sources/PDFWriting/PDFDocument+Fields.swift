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

    /// What a viewer needs to show what is typed, and the look of a field that states none.
    private func addResources(_ fonts: FieldFonts, to root: HPDF_Dict) throws(PDFError) {
        let resources = try unsafe makeDictionary("DR", of: root)
        try unsafe setFonts(Set(fonts.typing.values), of: fonts, in: resources)
        guard let role = FontRole.allCases.first(where: { fonts.typing[$0] != nil }),
            let font = fonts.name(for: role)
        else { return }
        // Size 0: as large as the box allows.
        let appearance = ContentStream.defaultAppearance(font: font, TextStyle(role, 0))
        unsafe setString(appearance, "DA", of: root)
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
}
