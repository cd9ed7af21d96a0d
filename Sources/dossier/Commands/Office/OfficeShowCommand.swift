import ArgumentParser
import CaseRegister
import Casework
import Registration
import Sealing
import TemplateCatalog

/// `dossier office show`: all that is known of a case.
struct OfficeShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a case: its revisions, its pictures, what happened, and its version."
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Argument(help: "The id of the case or of one of its dossiers, or the beginning of it.")
    var id: String

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let desk = try options.desk()
            let found = try desk.register.show(id)
            let text = RegisteredCaseText(
                found: found,
                area: try? catalog.area(found.summary.area).area,
                reasons: try catalog.returnReasons(),
                console: console
            )
            if common.json { try console.print(json: text.json { desk.path(of: $0) }) }
            text.printText { desk.path(of: $0) }
        }
    }
}
