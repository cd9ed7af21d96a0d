import ArgumentParser
import FormLayout
import TemplateCatalog

/// `dossier form show`: what a form asks for, and how it stands on paper.
struct FormShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a form asks for, where answers come from, and what stands on its page."
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The form's id, such as practice-proof.") var form: String

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let form = try catalog.form(form).template
            if common.json { try console.print(json: form.json(in: console.language)) }
            FormReport(form: form, console: console).print()
        }
    }
}
