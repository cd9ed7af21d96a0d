import ArgumentParser
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog
import Verification

/// `dossier seal`: an office checks a candidate's archive again and seals it.
struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Check a candidate's archive again and seal it with an office's key.",
        discussion: """
            The archive must be whole, and its pictures must pass the area's rules once more, on the day \
            it was made. The sealed archive is a new revision, which names the one it takes the place \
            of; the candidate's own archive stays as it is.
            Exit code 2 if the archive is not whole or has errors, and is not sealed.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's archive, a zip file.", completion: .file()) var archive: String
    @Option(name: .shortAndLong, help: "The archive to make, or a folder for it.")
    var output: String
    @OptionGroup var keys: KeyOptions
    @Option(help: "Date of issue, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today in China).")
    var date: String?
    @Flag(help: "Seal although there are errors; they are listed in the dossier.")
    var allowFindings = false
    @Flag(help: "Replace an output that exists.") var force = false

    func validate() throws {
        guard keys.key != nil else { throw ValidationError("Give the office's key: --key FILE.") }
    }

    func run() async throws {
        try await perform(Console(common)) { try await seal(with: nil) }
    }

    /// Seals, with the history of the case as an office knows it, or as the archive has it.
    func seal(with record: CaseRecord?) async throws {
        let catalog = try common.catalog()
        let console = Console(common, catalog: catalog)
        let options = PackOptions(
            date: try IssueDay.given(date),
            key: try keys.signingKey(console),
            allowsFindings: allowFindings,
            replaces: force,
            toolVersion: Dossier.version,
            record: record
        )
        try requireWhole(on: options.date, console)
        let resources = try PackResources(catalog)
        let fonts = try DossierFonts(catalog.fonts(home: Environment.value("HOME")))
        let sealer = ArchiveSealer(resources: resources, fonts: fonts, options: options)
        let result = try await sealer.seal(
            archive,
            to: OutputPlace.target(output),
            jobs: Environment.processors
        )
        try show(result, resources.findingTexts, console)
    }

    /// A seal must not be put on what somebody changed.
    private func requireWhole(on day: IssueDate, _ console: Console) throws {
        let report = try ArchiveVerifier(
            VerificationContext(trusted: nil, day: day.daysSince1970),
            isDeep: true
        ).verify(archive)
        guard !report.isAccepted else { return }
        let text = VerificationText(console: console)
        if common.json { try console.print(json: ["verification": text.json(of: report)]) }
        text.printFailures(of: report)
        console.note(console.text("seal.not-whole", ["path": archive]))
        throw ExitCode.findings
    }

    private func show(
        _ result: ArchiveSealer.Result,
        _ texts: FindingTexts,
        _ console: Console
    ) throws {
        let findings = FindingReport(
            review: result.review,
            findings: result.review.findings,
            texts: texts,
            console: console
        )
        if common.json { try console.print(json: json(result, findings)) }
        if result.areaChanged {
            console.note(console.text("seal.area-changed", ["area": result.review.area.id]))
        }
        guard let archive = result.archive else {
            findings.printText()
            console.note(console.text("seal.refused"))
            throw ExitCode.findings
        }
        if result.review.count(of: .error) + result.review.count(of: .warning) > 0 {
            findings.printText()
        }
        console.say(
            console.text(
                "seal.done",
                [
                    "path": archive.path, "id": archive.printedID, "pages": "\(archive.pages)",
                    "superseded": result.superseded,
                ]
            )
        )
    }

    private func json(_ result: ArchiveSealer.Result, _ findings: FindingReport) -> JSONValue {
        var value: [String: JSONValue] = [
            "findings": findings.json, "supersedes": .string(result.superseded),
            "areaChanged": .bool(result.areaChanged),
        ]
        value["archive"] = result.archive?.json
        return .object(value)
    }
}
