import ArgumentParser
import TemplateCatalog

/// `dossier form lint`: every mistake in a form's file, with its line.
struct FormLintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check a form's file: every mistake with file, line and column.",
        discussion: """
            Finds unknown keys, wrong types, fields that do not exist, and tables whose cells do not \
            fill their columns; and what can be read but cannot be meant: fields that nothing shows, \
            areas and materials that do not exist.
            Exit code 2 if there are mistakes; with --strict, if there are warnings.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The files to check.", completion: .file(extensions: ["yaml"]))
    var files: [String]
    @Flag(help: "Count warnings as mistakes.") var strict = false

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            var report = LintReport(
                console: Console(common, catalog: catalog),
                texts: try catalog.faultTexts(),
                countsWarnings: strict
            )
            for file in files {
                let bytes = try TemplateFile.bytes(of: file)
                report.add(FormLint(bytes: bytes, file: file, catalog: catalog).faults, of: file)
            }
            try report.close()
        }
    }
}
