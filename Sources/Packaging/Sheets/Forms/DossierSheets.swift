import FormLayout
import PageLayout
import TemplateCatalog

/// The sheets of a dossier that are templates: their pages as they stand on the front of a leaf.
final class DossierSheets {
    private let templates: SheetTemplates
    private let style: FormStyle
    private let measure: any TextMeasuring
    private let place: FormPlace
    private var compositors: [SheetTemplate: SheetCompositor] = [:]

    init(
        _ templates: SheetTemplates,
        colours: DossierStyle.Colours,
        measure: any TextMeasuring,
        place: FormPlace
    ) {
        self.templates = templates
        var style = templates.style
        style.colours = FormColours(colours)
        self.style = style
        self.measure = measure
        self.place = place
    }

    /// The pages of a sheet.
    ///
    /// - Throws: `TableError` if the template cannot be laid out.
    func pages(
        _ sheet: SheetTemplate,
        _ answers: FormAnswers,
        _ inserts: FormInserts = FormInserts()
    ) throws(TableError) -> [Page] {
        try compositor(sheet).pages(answers, in: place, inserts: inserts)
    }

    private func compositor(_ sheet: SheetTemplate) -> SheetCompositor {
        if let known = compositors[sheet] { return known }
        let compositor = SheetCompositor(
            templates[sheet],
            style: style,
            measure: measure
        )
        compositors[sheet] = compositor
        return compositor
    }
}

/// The templates of all sheets, read once.
struct SheetTemplates: Sendable {
    let style: FormStyle
    let checklist: ChecklistStyle
    let messages: MessageTexts
    private let templates: [SheetTemplate: FormTemplate]

    init(_ catalog: TemplateCatalog) throws(CatalogError) {
        style = try catalog.formStyle()
        checklist = try catalog.checklistStyle()
        messages = try catalog.messageTexts()
        var templates: [SheetTemplate: FormTemplate] = [:]
        for sheet in SheetTemplate.allCases { templates[sheet] = try catalog.sheet(sheet) }
        self.templates = templates
    }

    subscript(sheet: SheetTemplate) -> FormTemplate {
        // All of them were read.
        templates[sheet] ?? FormTemplate(id: "", version: 0, titles: [], fields: [], blocks: [])
    }
}

extension FormColours {
    /// The colours of a dossier, which its profile may have changed.
    fileprivate init(_ colours: DossierStyle.Colours) {
        self.init(
            ink: colours.ink,
            soft: colours.soft,
            line: colours.line,
            accent: colours.accent,
            tint: colours.tint
        )
    }
}
