import ArgumentParser
import CaseLog
import Casework
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog
import Verification

/// `dossier log`: what happened to a case, and whether anybody rewrote it.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show what happened to a case; with --check, whether its log was tampered with.",
        discussion: """
            Takes a candidate's folder, an archive or a log file. Checked are the chain of hashes, the \
            count of lines, whether each event can happen where it stands, and with --trust the \
            signatures of the offices.
            Exit code 2 if the log is not as the tool left it.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "A candidate's folder, an archive, or a log.", completion: .file())
    var thing: String
    @Flag(help: "Say what is wrong with it, line by line.") var check = false
    @OptionGroup var lists: TrustOptions

    func run() async throws {
        try await perform(Console(common)) {
            let console = Console(common, catalog: try? common.catalog())
            let context = try lists.context(day: IssueDay.given(nil).daysSince1970)
            let log = try found(context)
            let text = CaseHistoryText(log: log, console: console)
            if common.json { try console.print(json: text.json) }
            text.printText(isChecked: check)
            if !log.isSound { throw ExitCode.findings }
        }
    }

    /// The log, checked by the rules of the area that it belongs to.
    private func found(_ context: VerificationContext) throws -> FoundLog {
        let catalog = try? common.catalog()
        return try FoundLog(at: thing, keys: context.trust?.keys.keys.map(\.key)) { place in
            switch place {
            case .folder(let path):
                (try? catalog?.candidate(at: "\(path)/candidate.yaml"))?.area.area.caseRules
            case .area(let id): (try? catalog?.area(id))?.area.caseRules
            case .unknown: nil
            }
        }
    }
}
