import FormFixtures
import FormLayout
import PageLayout
import TemplateCatalog
import Testing

/// What a form is filled with.
enum Filling: String, CaseIterable, Sendable {
    case blank
    case usual
    case longest
}

@Suite struct `Each form as it is laid out` {
    @Test(arguments: FormRepository.ids, Filling.allCases)
    func `is the golden one`(_ id: String, _ filling: Filling) throws {
        let pages = try laidOut(id, filling)
        try GoldenFile.expect(pages.layout.text, matches: "\(id)-\(filling).txt")
    }

    @Test(arguments: FormRepository.ids, Filling.allCases)
    func `overlaps nothing, crosses no line and has one page of its own`(
        _ id: String,
        _ filling: Filling
    ) throws {
        let pages = try laidOut(id, filling)
        let fonts = try FormRepository.fonts()
        for page in pages.layout.pages {
            let faults = PageScrutiny(page, measure: fonts, margin: 8).faults
            #expect(faults.isEmpty)
        }
        #expect(pages.ownPages == 1)
    }

    @Test(arguments: FormRepository.ids)
    func `takes usual answers without an addendum sheet`(_ id: String) throws {
        #expect(try laidOut(id, .usual).continued.isEmpty)
    }

    @Test func `is there at all`() { #expect(FormRepository.ids.count >= 12) }

    private func laidOut(_ id: String, _ filling: Filling) throws -> FormPages {
        let catalog = try FormRepository.catalog()
        let answers =
            filling == .blank ? [:] : try FormRepository.filling(filling.rawValue, of: id)
        return try FormCompositor(
            template: catalog.form(id).template,
            style: catalog.formStyle(),
            measure: FormRepository.fonts()
        ).pages(answers)
    }
}
