import ArgumentParser
import Packaging
import Sealing
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
            let texts = try catalog.faultTexts()
            let text = try manual.map { try TemplateFile.text(of: $0) }
            var isFine = true
            var results: [JSONValue] = []
            for file in files {
                let bytes = try TemplateFile.bytes(of: file)
                let lint = AreaLint(bytes: bytes, file: file, manual: text)
                show(lint, of: file, texts, on: console)
                results.append(
                    ["file": .string(file), "faults": .array(lint.faults.map(\.json))]
                )
                isFine = isFine && (strict ? lint.faults.isEmpty : lint.isUsable)
            }
            if common.json { try console.print(json: ["files": .array(results)]) }
            if !isFine { throw ExitCode.findings }
        }
    }

    private func show(
        _ lint: AreaLint,
        of file: String,
        _ texts: FaultTexts,
        on console: Console
    ) {
        for fault in lint.faults where !common.quiet || !fault.isWarning {
            let word = console.text(fault.isWarning ? "severity.warning" : "severity.error")
            let colour: Console.Colour = fault.isWarning ? .yellow : .red
            let place = fault.error.place.map { ":\($0.line):\($0.column)" } ?? ""
            let sentence = texts.sentence(fault.error.message, in: console.language)
            console.print(
                "\(fault.error.file)\(place): \(console.coloured(word, colour)): \(sentence)"
            )
        }
        guard !lint.faults.isEmpty else {
            console.say(console.text("lint.fine", ["file": file]))
            return
        }
        let warnings = lint.faults.count(where: \.isWarning)
        console.say(
            console.text(
                "lint.summary",
                [
                    "file": file, "errors": "\(lint.faults.count - warnings)",
                    "warnings": "\(warnings)",
                ]
            )
        )
    }
}

extension CatalogFault {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = [
            "severity": .string(isWarning ? "warning" : "error"),
            "code": .string(error.code.rawValue), "message": .string(error.message.description),
        ]
        value["line"] = error.place.map { .integer(Int64($0.line)) }
        value["column"] = error.place.map { .integer(Int64($0.column)) }
        return .object(value)
    }
}
