import FormFixtures
import FormLayout
import TemplateCatalog
import Testing

@Suite struct `Forms of which others were made before` {
    @Test(arguments: FormRepository.ids)
    func `are laid out as if each were the only one`(id: String) throws {
        let catalog = try FormRepository.catalog()
        let template = try catalog.form(id).template
        let style = try catalog.formStyle()
        let fonts = try FormRepository.fonts()
        let compositor = FormCompositor(template: template, style: style, measure: fonts)
        let plain = FormCompositor(template: template, style: style, measure: fonts)
        plain.isMastered = false
        for seed in 0..<UInt64(40) {
            var random = RandomAnswers(seed: seed)
            var answers = random.answers(to: template)
            // Most answers of a real batch are short, and some are the same.
            if seed.isMultiple(of: 2) { answers = answers.mapValues(\.shortened) }
            for answers in [answers, answers, [:]] {
                let pages = try compositor.pages(answers)
                let expected = try plain.pages(answers)
                #expect(pages == expected, "seed \(seed)")
            }
        }
    }
}

extension FormAnswer {
    /// The answer with no more than a few characters.
    fileprivate var shortened: Self {
        switch self {
        case .text(let text): .text(String(text.prefix(text.contains("-") ? 10 : 4)))
        case .texts: self
        case .rows(let rows):
            .rows(rows.prefix(2).map { $0.mapValues { String($0.prefix(4)) } })
        }
    }
}
