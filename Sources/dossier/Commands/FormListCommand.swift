import ArgumentParser
import FormLayout
import Packaging
import Review
import Sealing
import TemplateCatalog

/// `dossier form list`: which forms there are, and which areas they serve.
struct FormListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the forms.",
        discussion: """
            With --for it lists the forms that a candidate needs, or may need as far as can be told.
            """
    )

    @OptionGroup var common: CommonOptions
    @Option(help: "Only forms that serve this area, under that year's titles.") var area: String?
    @Option(
        name: .customLong("for"),
        help: "Only forms that this candidate needs.",
        completion: .directory
    )
    var candidate: String?

    func validate() throws {
        guard area == nil || candidate == nil else {
            throw ValidationError("--area and --for exclude each other.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let checklist = try candidate.map { try CandidateChecklist(at: $0, catalog: catalog) }
            let area = try checklist?.area ?? area.map { try catalog.area($0).area }
            let forms = try catalog.formIDs().map { try catalog.form($0).template }
                .filter { form in area.map { form.serves(area: $0.id) } ?? true }
                .filter { form in checklist.map { $0.asks(for: form) } ?? true }
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

extension CandidateChecklist {
    /// Whether the candidate needs the form, or may: forms of no single material are for everybody.
    fileprivate func asks(for form: FormTemplate) -> Bool {
        guard !form.services.isEmpty else { return true }
        let materials = form.services.filter { $0.area == area.id }.map(\.material)
        return items.contains { item in
            materials.contains(item.requirement.material.id)
                && [.complete, .missing, .unknown].contains(item.state)
        }
    }
}
