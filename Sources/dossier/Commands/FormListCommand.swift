import ArgumentParser
import FormLayout
import Review
import Sealing
import TemplateCatalog

/// `dossier form list`: which forms there are, and which areas they serve.
struct FormListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the forms."
    )

    @OptionGroup var common: CommonOptions
    @Option(help: "Only forms that serve this area, under that year's titles.") var area: String?

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let area = try area.map { try catalog.area($0).area }
            let forms = try catalog.formIDs().map { try catalog.form($0).template }
                .filter { form in area.map { form.serves(area: $0.id) } ?? true }
            if common.json {
                let list = forms.map { $0.summary(in: console.language, year: area?.year) }
                try console.print(json: ["forms": .array(list)])
            }
            var table = TextTable()
            for form in forms {
                table.add([
                    form.id, form.title(in: console.language, year: area?.year),
                    console.text("form.version", ["version": "\(form.version)"]),
                    form.areas.isEmpty
                        ? console.text("form.allAreas") : form.areas.joined(separator: " "),
                ])
            }
            for line in table.lines { console.print(line) }
        }
    }
}
