import ArgumentParser
import Packaging
import Registration
import Sealing
import TemplateCatalog

extension PackCommand {
    /// Makes the one PDF that is uploaded.
    func packSubmission(
        _ resources: PackResources,
        catalog: TemplateCatalog,
        console: Console
    ) async throws {
        guard let pdfOnly else { return }
        let day = try IssueDay.given(date)
        let jobs = jobs ?? Environment.processors
        var review = try await FolderReview(
            at: folders[0],
            catalog: catalog,
            day: day,
            jobs: jobs
        )
        let fonts = { try DossierFonts(catalog.fonts(home: Environment.value("HOME"))) }
        if resources.profiles.submission.hasCaptions {
            review.add(GlyphCheck(fonts: try fonts()).findings(for: review))
        }
        let outcome = try await SubmissionPacker(
            resources: resources,
            options: SubmissionOptions(
                date: day,
                limit: composing.submissionLimit,
                allowsFindings: allowFindings,
                replaces: force,
                toolVersion: Dossier.version,
                jobs: jobs
            ),
            fonts: fonts
        ).pack(review, to: pdfOnly)
        let findings = FindingReport(
            review: review,
            findings: review.findings.filter {
                !SubmissionPacker.mendedCodes.contains($0.code)
            },
            texts: resources.findingTexts,
            console: console
        )
        switch outcome {
        case .made(let report):
            let text = SubmissionText(report: report, console: console)
            if common.json { try console.print(json: report.json) }
            if review.findings.contains(where: { $0.severity > .note }) { findings.printText() }
            text.printMade()
        case .illegible(let report):
            if common.json { try console.print(json: ["illegible": report.json]) }
            SubmissionText(report: report, console: console).printIllegible()
            throw ExitCode.findings
        case .unusable(let paths):
            if common.json {
                try console.print(json: ["unusable": .array(paths.map { .string($0) })])
            }
            console.note(console.text("submission.unusable"))
            for path in paths { console.note("    \(path)") }
            throw ExitCode.findings
        case .refused:
            if common.json { try console.print(json: ["findings": findings.json]) }
            findings.printText()
            console.note(console.text("pack.refused"))
            throw ExitCode.findings
        }
    }
}
