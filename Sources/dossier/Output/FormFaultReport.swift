import ArgumentParser
import FormFilling
import FormLayout
import PageLayout
import Sealing
import TemplateCatalog

/// Tells what is wrong with the data for forms, and what was made of them.
final class FormFaultReport {
    private let console: Console
    private let texts: MessageTexts
    private var faults: [FormDataFault] = []

    init(console: Console, texts: MessageTexts) {
        self.console = console
        self.texts = texts
    }

    /// Shows faults, one a line; what is missing may be for the pen, and is then no fault.
    func show(_ all: [FormDataFault], hidesMissing: Bool = false) {
        for fault in all where !(hidesMissing && fault.code == .required) {
            faults.append(fault)
            guard !console.options.quiet || fault.severity == .error else { continue }
            let isError = fault.severity == .error
            let word = console.text(isError ? "severity.error" : "severity.warning")
            console.print(
                "\(console.coloured(word, isError ? .red : .yellow)) "
                    + console.sentence(for: fault, texts: texts)
            )
        }
    }

    /// Runs what may find the data unreadable, and says so in words.
    func telling<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as FormDataError {
            show(error.faults)
            close(made: nil)
            throw ExitCode.failure
        }
    }

    /// Says what was printed.
    func tell(_ forms: [FormPages], of template: FormTemplate, at path: String) {
        let pages = forms.reduce(0) { $0 + $1.layout.pages.count }
        close(made: ["path": .string(path), "pages": .integer(Int64(pages))])
        console.say(
            console.text(
                "form.made",
                ["path": path, "pages": "\(pages)", "form": template.id]
            )
        )
        var continued: [String] = []
        for label in forms.flatMap(\.continued) where !continued.contains(label) {
            continued.append(label)
        }
        guard !continued.isEmpty else { return }
        console.say(console.text("form.continued", ["fields": continued.joined(separator: "、")]))
    }

    /// Shows what became of a row: nothing if it is fine, but for programs a line each.
    func show(_ result: BatchResult) {
        if console.options.json {
            try? console.print(json: json(result))
            return
        }
        show(result.faults)
        if case .failed(let error) = result.outcome {
            let place = texts.text("place.row", in: console.language, ["row": "\(result.row)"])
            let word = console.coloured(console.text("severity.error"), .red)
            console.print("\(word) \(place ?? ""): \(console.sentence(for: error))")
        }
    }

    /// Says what became of all rows.
    func tell(_ summary: BatchSummary, at folder: String) {
        let counts = [
            "path": folder, "made": "\(summary.made)", "kept": "\(summary.kept)",
            "failed": "\(summary.failed)",
        ]
        console.say(console.text("form.batch", counts))
    }

    private func json(_ result: BatchResult) -> JSONValue {
        var value: [String: JSONValue] = [
            "faults": .array(result.faults.map(json)), "row": .integer(Int64(result.row)),
        ]
        switch result.outcome {
        case .made(let file):
            value["outcome"] = "made"
            value["file"] = .string(file)
        case .kept(let file):
            value["outcome"] = "kept"
            value["file"] = .string(file)
        case .refused: value["outcome"] = "refused"
        case .failed(let error):
            value["outcome"] = "failed"
            value["message"] = .string(console.sentence(for: error))
        }
        return .object(value)
    }

    /// Prints what programs read.
    func close(made: JSONValue?) {
        guard console.options.json else { return }
        var value: [String: JSONValue] = ["faults": .array(faults.map(json))]
        value["made"] = made
        try? console.print(json: .object(value))
    }

    /// A fault for programs.
    func json(_ fault: FormDataFault) -> JSONValue {
        var value: [String: JSONValue] = [
            "code": .string(fault.code.rawValue), "severity": .string(fault.severity.rawValue),
            "message": .string(console.sentence(for: fault, texts: texts)),
        ]
        value["row"] = fault.row.map { .integer(Int64($0)) }
        value["line"] = fault.line.map { .integer(Int64($0)) }
        value["column"] = fault.column.map { .string($0) }
        return .object(value)
    }
}
