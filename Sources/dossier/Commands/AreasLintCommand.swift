import ArgumentParser
import TemplateCatalog

/// `dossier areas lint`: every mistake in an area's file, with its line.
struct AreasLintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check an area's file: every mistake with file, line and column.",
        discussion: """
            Finds unknown keys, wrong types and missing clauses, and what can be read but cannot be \
            meant: conditions that nobody meets, materials that are never required, questions that no \
            rule needs. With --manual it also looks for every quoted sentence in the manual's text.
            Exit code 2 if there are mistakes; with --strict, if there are warnings.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The files to check.", completion: .file(extensions: ["yaml"]))
    var files: [String]
    @Option(help: "The manual's text (UTF-8).", completion: .file()) var manual: String?
    @Flag(help: "Count warnings as mistakes.") var strict = false

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let text = try manual.map { try TemplateFile.text(of: $0) }
            var report = LintReport(
                console: console,
                texts: try catalog.faultTexts(),
                countsWarnings: strict
            )
            for file in files {
                let bytes = try TemplateFile.bytes(of: file)
                report.add(AreaLint(bytes: bytes, file: file, manual: text).faults, of: file)
            }
            try report.close()
        }
    }
}
