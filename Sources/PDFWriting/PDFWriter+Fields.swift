import CHaru
import PageLayout

extension PDFWriter {
    /// Adds what a reader fills in on the screen, if there is anything.
    func addFields(
        of layout: DocumentLayout,
        in document: borrowing PDFDocument,
        _ targets: inout StructureTargets
    ) throws(PDFError) {
        guard layout.hasFields else { return }
        let form = try FieldForm(layout)
        let fonts = try embedFonts(for: form, in: document)
        try document.add(form, fonts, &targets)
    }

    /// Embeds the fonts that the fields' values take, and those that a reader may need.
    private func embedFonts(
        for form: FieldForm,
        in document: borrowing PDFDocument
    ) throws(PDFError) -> FieldFonts {
        var needs = FontNeeds(library: fonts)
        for entry in form.entries {
            guard case .text(let style, _, _, _) = entry.field.kind else { continue }
            try needs.add(style.role)
            try needs.add(entry.field.value, style.role)
        }
        var embedded: [Int: FieldFonts.Font] = [:]
        for face in needs.faces {
            let scalars = needs.scalars[face, default: []]
            let subset = try fonts.subset(ofFace: face, scalars: scalars)
            let typed = FontRole.allCases.first { needs.typing[$0] == face }
            let fullName = typed.map { _ in fonts.faces[face].postScriptName }
            let object = try unsafe document.add(
                EmbeddedFont(subset: subset, fullName: fullName)
            )
            unsafe embedded[face] = FieldFonts.Font(
                name: typed?.rawValue ?? "other\(embedded.count)",
                subset: subset,
                object: object
            )
        }
        return FieldFonts(library: fonts, fonts: embedded, typing: needs.typing)
    }
}

/// The characters that a form takes of each font.
private struct FontNeeds {
    let library: FontLibrary
    /// In the order of use, which does not depend on documents written before.
    private(set) var faces: [Int] = []
    private(set) var scalars: [Int: [Unicode.Scalar]] = [:]
    private(set) var typing: [FontRole: Int] = [:]
    private var known: [Int: Set<Unicode.Scalar>] = [:]

    init(library: FontLibrary) { self.library = library }

    /// Takes all characters for typing from the font that has the commonest ones.
    mutating func add(_ role: FontRole) throws(PDFError) {
        guard typing[role] == nil else { return }
        let all = TypeableCharacters.all
        guard all.count > 7000 else { throw PDFError(.characterTable, "") }
        guard let face = library.glyph(of: "的", role: role)?.face else {
            throw PDFError(missing: "的")
        }
        typing[role] = face
        for scalar in all where library.faces[face].glyph(of: scalar) != nil { add(scalar, face) }
    }

    /// Takes the characters of a value, of other fonts where the one for typing lacks them.
    mutating func add(_ value: String, _ role: FontRole) throws(PDFError) {
        for scalar in value.unicodeScalars where scalar != "\n" {
            if let face = typing[role], library.faces[face].glyph(of: scalar) != nil {
                add(scalar, face)
            } else if let glyph = library.glyph(of: scalar, role: role) {
                add(scalar, glyph.face)
            } else {
                throw PDFError(missing: scalar)
            }
        }
    }

    /// Characters of values come last: a glyph that two characters share is typed as the commoner one.
    private mutating func add(_ scalar: Unicode.Scalar, _ face: Int) {
        if known[face] == nil { faces.append(face) }
        guard known[face, default: []].insert(scalar).inserted else { return }
        scalars[face, default: []].append(scalar)
    }
}

extension DocumentLayout {
    fileprivate var hasFields: Bool {
        pages.contains { page in
            page.marks.contains { if case .field = $0 { true } else { false } }
        }
    }
}
