import ArgumentParser
import CaseRegister
import Casework
import Registration
import Sealing
import TemplateCatalog

/// `dossier office init`: an empty register.
struct OfficeInitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make an office's register in a new folder."
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Option(help: "What the office calls itself; it stands in the candidates' logs.")
    var name: String
    @Option(help: "site (考点初审) or area (考区复审).") var stage: Stage
    @Option(help: "The areas whose cases it takes (else all); may be given several times.")
    var area: [String] = []

    enum Stage: String, ExpressibleByArgument, CaseIterable {
        case site
        case area
    }

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            for id in area { _ = try catalog.area(id) }
            let office = OfficeSettings(
                name: name,
                stage: stage == .site ? .site : .area,
                areas: area
            )
            let folder = try options.folder
            _ = try OfficeDesk(creating: folder, office: office, at: Moment.given(nil))
            if common.json {
                try console.print(
                    json: ["register": .string(folder), "stage": .string(stage.rawValue)]
                )
            }
            console.say(console.text("office.made", ["path": folder, "name": name]))
        }
    }
}
