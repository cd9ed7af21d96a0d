import ArgumentParser
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier check`: every finding about a candidate's folder.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Check every picture and the set of materials; say what is wrong and how to mend it.",
        discussion: """
            Checked: true file type, extension, size, count, complete decoding, orientation, blur, \
            darkness, contrast, blank, sideways and cut-off pages, the photo's background and face, \
            exact and near duplicates, places named in EXIF, dates of papers, contradictions in the \
            profile. Repaired pictures take the place of their originals, unless --originals is given.
            Exit code 2 if there are errors; with --strict, if there are warnings.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's folder.", completion: .directory) var folder: String
    @Flag(help: "Count warnings as errors.") var strict = false
    @Flag(help: "Check the candidate's own files, whatever was repaired.") var originals = false
    @Option(help: "The day of submission, 2026-01-15 (else SOURCE_DATE_EPOCH's, else today).")
    var date: String?

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            var review = try await FolderReview(
                at: folder,
                catalog: catalog,
                day: IssueDay.given(date),
                usesRepairs: !originals,
                jobs: Environment.processors
            )
            let fonts = try catalog.fonts(home: Environment.value("HOME"))
            // Without fonts nothing can be printed, but pictures can still be checked.
            if let opened = try? DossierFonts(fonts) {
                review.add(GlyphCheck(fonts: opened).findings(for: review))
            }
            let report = FindingReport(
                review: review,
                findings: review.findings,
                texts: try catalog.findingTexts(),
                console: console
            )
            if common.json {
                var value: [String: JSONValue] = [
                    "area": .string(review.area.id), "findings": report.json,
                    "pictures": .array(review.allPictures.map(\.json)),
                    "overridden": .integer(Int64(review.overridden.count)),
                ]
                value["onePDF"] = DeliveryTotal(review)?.json
                try console.print(json: .object(value))
            }
            report.printText()
            if let total = DeliveryTotal(review) { console.say(total.text(console)) }
            let repaired = review.allPictures.count { $0.repair != nil }
            if repaired > 0 {
                console.say(console.text("check.repaired", ["count": "\(repaired)"]))
            }
            let limit: Finding.Severity = strict ? .warning : .error
            if review.findings.contains(where: { $0.severity >= limit }) {
                throw ExitCode.findings
            }
        }
    }
}
