import ArgumentParser
import Sealing
import TemplateCatalog

/// The faults of templates, told file by file.
struct LintReport {
    private let console: Console
    private let texts: FaultTexts
    private let countsWarnings: Bool
    private var results: [JSONValue] = []
    private var isFine = true

    init(console: Console, texts: FaultTexts, countsWarnings: Bool) {
        self.console = console
        self.texts = texts
        self.countsWarnings = countsWarnings
    }

    /// Shows the faults of a file.
    mutating func add(_ faults: [CatalogFault], of file: String) {
        results.append(["file": .string(file), "faults": .array(faults.map(\.json))])
        isFine = isFine && faults.allSatisfy { $0.isWarning && !countsWarnings }
        for fault in faults where !console.options.quiet || !fault.isWarning { show(fault) }
        guard !faults.isEmpty else {
            console.say(console.text("lint.fine", ["file": file]))
            return
        }
        let warnings = faults.count(where: \.isWarning)
        console.say(
            console.text(
                "lint.summary",
                [
                    "file": file, "errors": "\(faults.count - warnings)",
                    "warnings": "\(warnings)",
                ]
            )
        )
    }

    private func show(_ fault: CatalogFault) {
        let word = console.text(fault.isWarning ? "severity.warning" : "severity.error")
        let colour: Console.Colour = fault.isWarning ? .yellow : .red
        let place = fault.error.place.map { ":\($0.line):\($0.column)" } ?? ""
        let sentence = texts.sentence(fault.error.message, in: console.language)
        console.print(
            "\(fault.error.file)\(place): \(console.coloured(word, colour)): \(sentence)"
        )
    }

    /// Prints what programs read, and ends with 2 if there was anything to mend.
    func close() throws {
        if console.options.json { try console.print(json: ["files": .array(results)]) }
        if !isFine { throw ExitCode.findings }
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
