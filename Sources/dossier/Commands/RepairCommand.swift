import ArgumentParser
import Casework
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier repair`: mends what can be mended, into `repaired/`.
struct RepairCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Mend pictures that do not meet the area's rules; the originals stay untouched.",
        discussion: """
            Turned upright by EXIF (without loss where the size allows), brought under the byte limit \
            without becoming illegible, places and serial numbers taken out, transparency made white, \
            other formats converted, the identity photo cut to shape around its face. A picture that \
            complies is left alone. Mended files and the log repairs.json go to the folder repaired; \
            check and pack use them from then on, and the originals go into the archive too.
            Exit code 2 if errors remain.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's folder.", completion: .directory) var folder: String
    @Flag(name: [.customShort("n"), .long], help: "Say what would be done; write nothing.")
    var dryRun = false
    @Option(help: "The day of submission, 2026-01-15 (else SOURCE_DATE_EPOCH's, else today).")
    var date: String?

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let originals = try await review(catalog, usesRepairs: false)
            let repair = try FolderRepair(originals, catalog: catalog)
            let progress = ProgressLine(total: repair.workCount, isShown: !common.quiet)
            let repairs = try await repair.mend(jobs: Environment.processors) {
                progress.advance()
            }
            progress.clear()
            let report = RepairReport(repairs: repairs, console: console)
            report.printText(isDryRun: dryRun)
            guard !dryRun else {
                if common.json { try console.print(json: ["repairs": report.json]) }
                return
            }
            let locked = try CandidateCase(originals).violations(by: repairs)
            guard locked.isEmpty else {
                let text = CaseText(review: originals, console: console)
                console.fail(console.text("repair.locked"))
                for violation in locked { console.note("  " + text.place(of: violation)) }
                throw ExitCode.findings
            }
            try repair.write(repairs)
            let mended = try await review(catalog, usesRepairs: true)
            let findings = FindingReport(
                review: mended,
                findings: mended.findings,
                texts: try catalog.findingTexts(),
                console: console
            )
            if common.json {
                try console.print(json: ["repairs": report.json, "findings": findings.json])
            }
            findings.printText()
            if mended.count(of: .error) > 0 { throw ExitCode.findings }
        }
    }

    private func review(
        _ catalog: TemplateCatalog,
        usesRepairs: Bool
    ) async throws -> FolderReview {
        try await FolderReview(
            at: folder,
            catalog: catalog,
            day: IssueDay.given(date),
            usesRepairs: usesRepairs,
            jobs: Environment.processors
        )
    }
}
