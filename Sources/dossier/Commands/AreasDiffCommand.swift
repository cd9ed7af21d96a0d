import ArgumentParser
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier areas diff`: what must be done differently in another area.
struct AreasDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what is different in another area, for everybody or for one candidate.",
        discussion: "With --for only what concerns that candidate is told."
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The area that somebody comes from.") var from: String
    @Argument(help: "The area that they go to.") var to: String
    @Option(
        name: .customLong("for"),
        help: "A candidate's folder, whose candidate.yaml is for either area.",
        completion: .directory
    )
    var folder: String?

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let comparison = AreaComparison(
                from: try catalog.area(from).area,
                to: try catalog.area(to).area
            )
            let report = AreaDifferenceReport(
                comparison: comparison,
                messages: try catalog.messageTexts(),
                console: console
            )
            guard let folder else {
                if common.json { try console.print(json: report.json) }
                report.printRules()
                return
            }
            let place = try CandidateFolder(at: folder)
            let file = try catalog.candidate(at: place.candidateFile).candidate
            let move = AreaMove(comparison, profile: file.candidate.profile)
            if common.json { try console.print(json: report.json(of: move)) }
            report.print(move)
        }
    }
}
