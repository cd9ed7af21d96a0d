import ArgumentParser
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog
import Verification

/// Checks an archive again, seals it with an office's key, and says what came of it.
struct ArchiveSeal {
    let common: CommonOptions
    let options: SealOptions

    /// Seals, with the history of the case as an office knows it, or as the archive has it.
    func seal(_ archive: String, with record: CaseRecord?) async throws {
        let catalog = try common.catalog()
        let console = Console(common, catalog: catalog)
        let packing = PackOptions(
            date: try IssueDay.given(options.date),
            key: try options.keys.signingKey(console),
            allowsFindings: options.allowFindings,
            replaces: options.force,
            toolVersion: Dossier.version,
            record: record
        )
        try requireWhole(archive, on: packing.date, console)
        let resources = try PackResources(catalog)
        let fonts = try DossierFonts(catalog.fonts(home: Environment.value("HOME")))
        let sealer = ArchiveSealer(resources: resources, fonts: fonts, options: packing)
        let result = try await sealer.seal(
            archive,
            to: OutputPlace.target(options.output),
            jobs: Environment.processors
        )
        try show(result, resources.findingTexts, console)
    }

    /// A seal must not be put on what somebody changed.
    private func requireWhole(
        _ archive: String,
        on day: IssueDate,
        _ console: Console
    ) throws {
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
