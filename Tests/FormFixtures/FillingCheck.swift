import FormLayout
import PDFWriting
import PageLayout
import TemplateCatalog

/// Lays out a form with random answers and looks whether anything overlaps or is lost.
package struct FillingCheck {
    /// What was seen.
    package struct Result {
        package let form: String
        package let pages: Int
        package let hasAddendum: Bool
        package let faults: [String]
    }

    private let template: FormTemplate
    private let compositor: FormCompositor
    private let fonts: FontLibrary
    private let margin: Double

    /// A check of each form of the repository.
    package static func all() throws -> [Self] {
        let catalog = try FormRepository.catalog()
        let style = try catalog.formStyle()
        let fonts = try FormRepository.fonts()
        return try FormRepository.ids.map { id in
            let template = try catalog.form(id).template
            return FillingCheck(
                template: template,
                compositor: FormCompositor(template: template, style: style, measure: fonts),
                fonts: fonts,
                margin: min(style.margins.sides, style.margins.top, style.margins.bottom) - 1.5
            )
        }
    }

    package func run(seed: UInt64) throws -> Result {
        var random = RandomAnswers(seed: seed)
        let answers = random.answers(to: template)
        let form = try compositor.pages(answers)
        let pages = form.layout.pages.map {
            PageScrutiny($0, measure: fonts, margin: margin)
        }
        var faults = pages.flatMap(\.faults)
        let lost = Self.lost(answers, in: pages.map(\.text).joined())
        if !lost.isEmpty { faults.append("lost: \(lost)") }
        if form.ownPages != 1 { faults.append("\(form.ownPages) pages") }
        return Result(
            form: template.id,
            pages: pages.count,
            hasAddendum: form.ownPages < pages.count,
            faults: faults
        )
    }

    /// The characters of the answers that the pages do not show as often as they must.
    private static func lost(_ answers: FormAnswers, in text: String) -> String {
        var counts: [Character: Int] = [:]
        for character in text { counts[character, default: 0] += 1 }
        var lost = ""
        for text in answers.values.flatMap(\.shownTexts) {
            for character in text where !character.isWhitespace {
                counts[character, default: 0] -= 1
                if counts[character, default: 0] < 0 { lost.append(character) }
            }
        }
        return lost
    }
}

extension FormAnswer {
    /// The texts that are printed as they are; dates are printed otherwise.
    fileprivate var shownTexts: [String] {
        let all =
            switch self {
            case .text(let text): [text]
            case .texts(let texts): texts
            case .rows(let rows): rows.flatMap(\.values)
            }
        return all.filter { $0.wholeMatch(of: /\d{4}-\d{2}(-\d{2})?/) == nil }
    }
}
