package import FormLayout
package import PageLayout
import TemplateCatalog

/// Lays out the sheets of one template: contents in, pages out.
///
/// In a dossier a sheet stands in the room that the caller's frame leaves and has no foot of its own; as a
/// document of its own it has margins and page numbers. Not for sharing between tasks.
package final class SheetCompositor {
    /// All of a page within the margins of forms, for sheets of one page without a number.
    package var wholePage: FormPlace {
        let (margins, paper) = (style.margins, template.paper.size)
        let content = Box(0, 0, paper.width, paper.height).inset(
            left: margins.sides,
            top: margins.top,
            right: margins.sides,
            bottom: margins.top
        )
        return FormPlace(content: content)
    }

    private let template: FormTemplate
    private let style: FormStyle
    private let measure: any TextMeasuring
    /// The modules on a side of the largest code at the foot; nil for a foot without codes.
    private let codeSide: Int?
    private var compositors: [FormPlace?: FormCompositor] = [:]

    /// Prepares to lay out sheets, with or without room for codes at their foot.
    package init(
        _ template: FormTemplate,
        style: FormStyle,
        measure: any TextMeasuring,
        codeSide: Int? = nil
    ) {
        self.template = template
        self.style = style
        self.measure = measure
        self.codeSide = codeSide
    }

    convenience init(
        _ sheet: SheetTemplate,
        catalog: TemplateCatalog,
        measure: any TextMeasuring
    ) throws(CatalogError) {
        self.init(try catalog.sheet(sheet), style: try catalog.formStyle(), measure: measure)
    }

    /// The pages of a sheet, in the room on each of them or as a document of its own.
    ///
    /// Where rooms differ only in their place (the binding edge of a back page), lay out once and move the
    /// pages. No answers at all give a blank sheet.
    package func pages(
        _ answers: FormAnswers,
        in place: FormPlace?,
        inserts: FormInserts = FormInserts()
    ) throws(TableError) -> [Page] {
        let answers = answers.mapValues(printable)
        return try compositor(for: place).pages(answers, inserts: inserts).layout.pages
    }

    /// The pages of a sheet as a document of its own, with a code at the foot of each.
    ///
    /// - Parameters:
    ///   - answers: What stands on it.
    ///   - code: Gives the code for a page of how many, counted from 1.
    /// - Returns: The pages.
    /// - Throws: `TableError` if the template cannot be laid out.
    package func stamped(
        _ answers: FormAnswers,
        code: (_ page: Int, _ pages: Int) -> PageStamp?
    ) throws(TableError) -> [Page] {
        let pages = try compositor(for: nil).pages(answers.mapValues(printable), code: code)
        return pages.layout.pages
    }

    private func compositor(for place: FormPlace?) -> FormCompositor {
        if let known = compositors[place] { return known }
        let compositor = FormCompositor(
            template: template,
            style: style,
            measure: measure,
            options: FormCompositor.Options(
                codeSide: codeSide ?? 0,
                isStamped: codeSide != nil,
                place: place
            )
        )
        compositors[place] = compositor
        return compositor
    }

    private func printable(_ answer: FormAnswer) -> FormAnswer {
        let role = style.sheetTexts.value.role
        return switch answer {
        case .text(let text): .text(measure.printable(text, role))
        case .texts(let texts): .texts(texts.map { measure.printable($0, role) })
        case .rows(let rows):
            .rows(rows.map { row in row.mapValues { measure.printable($0, role) } })
        }
    }
}
