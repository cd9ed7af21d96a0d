import ArgumentParser
import Casework
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier withdraw`: a submission is taken back, and everything is open again.
struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract:
            "Take a submission back: its pictures can be changed, and it must be submitted again.",
        discussion: """
            The office that has the archive learns of it from the next one, or from you. Whoever takes a \
            submission back and does not submit again has failed to register (报考失败).
            Exit code 2 if there is nothing to take back.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's folder.", completion: .directory) var folder: String
    @Option(help: "The day, 2026-01-15 (else SOURCE_DATE_EPOCH's moment, else now).")
    var date: String?

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let time = try Moment.given(date)
            let review = try await FolderReview(
                at: folder,
                catalog: catalog,
                day: IssueDate(secondsSince1970: Int(time)) ?? IssueDay.given(nil),
                jobs: Environment.processors
            )
            do {
                let standing = try CaseWithdrawal.withdraw(review, at: time)
                if common.json {
                    try console.print(json: ["state": .string(standing.state.rawValue)])
                }
                console.say(
                    console.text("withdraw.done", ["revision": "\(standing.revision)"])
                )
            } catch let error as CaseworkError where error.isRefusal {
                let text = CaseText(review: review, console: console)
                if common.json { try console.print(json: text.json(of: error)) }
                text.print(error)
                throw ExitCode.findings
            }
        }
    }
}
