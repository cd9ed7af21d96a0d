import Archiving
import ArgumentParser
import CaseRegister
import Casework
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier office import`: archives are verified and taken in.
struct OfficeImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Verify archives completely and take them into the register.",
        discussion: """
            An archive that is not whole, is no submission, or does not follow what the register knows of \
            its case is refused with the reason; the others are taken in. What other offices decided must \
            be signed by a trusted key (--trust).
            Exit code 2 if an archive was refused, 1 if one could not be read.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Argument(help: "The archives.", completion: .file(extensions: ["zip"])) var archives: [String]
    @OptionGroup var lists: TrustOptions

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let time = try Moment.given(nil)
            let context = try lists.context(day: CaseEvent.day(at: time))
            let intake = ArchiveImport(try options.desk(), catalog: catalog, context: context)
            let progress = ProgressLine(total: archives.count, isShown: !common.quiet)
            var worst: Int32 = 0
            for path in archives {
                do {
                    let imported = try intake.add(path, at: time)
                    progress.clear()
                    try show(imported, path, console)
                } catch let error as CaseworkError {
                    worst = worst == 0 ? 2 : worst
                    progress.clear()
                    try refuse(error, error.code.rawValue, path, console)
                } catch let error as RegisterError where error.isRefusal {
                    worst = worst == 0 ? 2 : worst
                    progress.clear()
                    try refuse(error, error.code.rawValue, path, console)
                } catch let error as ArchiveError {
                    worst = 1
                    progress.clear()
                    try refuse(error, error.code.rawValue, path, console)
                }
                progress.advance()
            }
            progress.clear()
            if worst != 0 { throw ExitCode(worst) }
        }
    }

    private func show(
        _ imported: ArchiveImport.Imported,
        _ path: String,
        _ console: Console
    ) throws {
        let (name, count) = imported.addition.words
        if common.json {
            try console.print(
                json: [
                    "archive": .string(path), "case": .string(imported.caseID),
                    "dossier": .string(imported.printedID), "outcome": .string(name),
                ]
            )
        }
        console.say(
            console.text(
                "office.import.\(name)",
                ["path": path, "id": imported.printedID, "count": "\(count)"]
            )
        )
    }

    private func refuse(
        _ error: any Error,
        _ code: String,
        _ path: String,
        _ console: Console
    ) throws {
        let sentence = console.sentence(for: error)
        if common.json {
            try console.print(
                json: [
                    "archive": .string(path), "outcome": "refused", "code": .string(code),
                    "sentence": .string(sentence),
                ]
            )
        }
        console.fail("\(path)  \(sentence)")
    }
}

extension Addition {
    /// Its name, and the number that goes with it.
    fileprivate var words: (name: String, count: Int) {
        switch self {
        case .newCase: ("new-case", 1)
        case .newRevision(let revision): ("new-revision", revision)
        case .newEvents(let count): ("new-events", count)
        case .duplicate: ("duplicate", 0)
        }
    }
}
