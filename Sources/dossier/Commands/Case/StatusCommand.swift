import ArgumentParser
import Casework
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier status`: where a case stands, and what to do next.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what is locked, what was returned and why, and what to do next.",
        discussion: """
            Exit code 2 if locked pictures were changed behind the tool's back, or if the case was edited \
            and would fail unless it is submitted again.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's folder.", completion: .directory) var folder: String
    @Option(help: "As of this day, 2026-01-15 (else SOURCE_DATE_EPOCH's, else today).")
    var date: String?

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let day = try IssueDay.given(date)
            let review = try await FolderReview(
                at: folder,
                catalog: catalog,
                day: day,
                jobs: Environment.processors
            )
            let candidate = try CandidateCase(review)
            let text = CaseStatusText(
                candidate: candidate,
                day: day.daysSince1970,
                reasons: try catalog.returnReasons(),
                console: console
            )
            if common.json { try console.print(json: text.json) }
            text.printText()
            if text.needsAttention { throw ExitCode.findings }
        }
    }
}
