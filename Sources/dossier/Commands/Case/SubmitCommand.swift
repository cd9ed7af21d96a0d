import ArgumentParser
import Casework
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier submit`: a folder is checked again, packed, and locked.
struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Check a folder once more, pack it to hand in, and lock its pictures.",
        discussion: """
            What is submitted is written to the log of the case in the folder (case/log.jsonl), which \
            travels in the archive. From then on the pictures are locked; an office's slip (see receive) \
            unlocks what is to be replaced, and submit hands the next revision in. Run again without a \
            change, it makes the same archive again, to the byte.
            Exit code 2 if there are errors or locked pictures were changed, and nothing was submitted.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's folder.", completion: .directory) var folder: String
    @Option(name: .shortAndLong, help: "The archive to make, or a folder for it.")
    var output: String
    @Option(help: "The day of submission, 2026-01-15 (else SOURCE_DATE_EPOCH's moment, else now).")
    var date: String?
    @Flag(help: "Submit although there are errors; they are listed in the dossier.")
    var allowFindings = false
    @Flag(help: "Replace an archive that exists.") var force = false

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let time = try Moment.given(date)
            guard let day = IssueDate(secondsSince1970: Int(time)) else {
                throw ValidationError("--date takes a day such as 2026-01-15.")
            }
            let resources = try PackResources(catalog)
            let fonts = try DossierFonts(catalog.fonts(home: Environment.value("HOME")))
            var review = try await FolderReview(
                at: folder,
                catalog: catalog,
                day: day,
                jobs: Environment.processors
            )
            review.add(GlyphCheck(fonts: fonts).findings(for: review))
            let options = PackOptions(
                date: day,
                allowsFindings: allowFindings,
                replaces: force,
                toolVersion: Dossier.version
            )
            let submission = CaseSubmission(resources: resources, fonts: fonts, options: options)
            let report = FindingReport(
                review: review,
                findings: review.findings,
                texts: resources.findingTexts,
                console: console
            )
            do {
                let target = OutputPlace.target(output)
                switch try submission.submit(review, at: time, to: target) {
                case .submitted(let submitted): try show(submitted, report, console)
                case .refusedByFindings:
                    if common.json { try console.print(json: ["findings": report.json]) }
                    report.printText()
                    console.note(console.text("submit.refused"))
                    throw ExitCode.findings
                }
            } catch let error as CaseworkError where error.isRefusal {
                let text = CaseText(review: review, console: console)
                if common.json { try console.print(json: text.json(of: error)) }
                text.print(error)
                throw ExitCode.findings
            }
        }
    }

    private func show(
        _ submitted: CaseSubmission.Submitted,
        _ report: FindingReport,
        _ console: Console
    ) throws {
        if common.json {
            var value: [String: JSONValue] = [
                "archive": submitted.archive.json,
                "revision": .integer(Int64(submitted.revision)),
                "again": .bool(submitted.isAgain), "findings": report.json,
            ]
            value["supersedes"] = submitted.supersedes.map(JSONValue.string)
            try console.print(json: .object(value))
        }
        if report.review.count(of: .error) + report.review.count(of: .warning) > 0 {
            report.printText()
        }
        let values = [
            "path": submitted.archive.path, "id": submitted.archive.printedID,
            "revision": "\(submitted.revision)", "pictures": "\(submitted.archive.pictures)",
            "superseded": submitted.supersedes ?? "",
        ]
        console.say(console.text(submitted.isAgain ? "submit.again" : "submit.done", values))
        if submitted.supersedes != nil { console.say(console.text("submit.supersedes", values)) }
        console.say(console.text("submit.locked"))
    }
}
