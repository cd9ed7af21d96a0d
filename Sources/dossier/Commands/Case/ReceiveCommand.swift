import ArgumentParser
import Casework
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier receive`: what an office decided is applied to a candidate's folder.
struct ReceiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Apply an office's sealed slip: unlock what is to be replaced, and say why.",
        discussion: """
            Takes the slip as a file (JSON) or as the PDF that carries it. The key that sealed it must be \
            trusted (--trust, or dossier key trust). Applied twice, it changes nothing.
            Exit code 2 if the slip is not for this case or not to be believed; nothing is changed then.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's folder.", completion: .directory) var folder: String
    @Argument(help: "The slip, a JSON file or a PDF.", completion: .file()) var slip: String
    @OptionGroup var lists: TrustOptions
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
            let context = try lists.context(day: day.daysSince1970)
            do {
                let slip = try ReturnSlip(readingFileAt: slip)
                let received = try SlipReception(context).apply(slip, to: review)
                try show(received, review, slip, catalog, day, console)
            } catch let error as CaseworkError where error.isRefusal {
                let text = CaseText(review: review, console: console)
                if common.json { try console.print(json: text.json(of: error)) }
                text.print(error)
                throw ExitCode.findings
            }
        }
    }

    private func show(
        _ received: SlipReception.Received,
        _ review: FolderReview,
        _ slip: ReturnSlip,
        _ catalog: TemplateCatalog,
        _ day: IssueDate,
        _ console: Console
    ) throws {
        let content = slip.content
        console.say(
            console.text(
                received.newEvents == 0 ? "receive.known" : "receive.done",
                [
                    "office": content.office.name,
                    "decision": console.text("slip.\(content.outcome.decision.rawValue)"),
                    "day": IssueDay.text(daysSince1970: content.day) ?? "",
                ]
            )
        )
        let status = CaseStatusText(
            candidate: try CandidateCase(review),
            day: day.daysSince1970,
            reasons: try catalog.returnReasons(),
            console: console
        )
        if common.json { try console.print(json: status.json) }
        status.printText()
    }
}
