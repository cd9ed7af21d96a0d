import Sealing
import TemplateCatalog
import Verification

/// Prints what a verification found for people and for programs.
struct VerificationText {
    let report: VerificationReport
    let console: Console

    /// Prints the three questions apart, each with its steps.
    func printText() {
        if let id = report.id { console.print(console.text("verify.id", ["id": "\(id)"])) }
        for question in VerificationReport.Question.allCases { show(question) }
    }

    /// Prints only what failed.
    func printFailures() {
        for step in report.steps where step.outcome == .failed { show(step) }
    }

    private func show(_ question: VerificationReport.Question) {
        let outcome = report.outcome(of: question)
        console.print(
            console.text("verify.\(question.rawValue)") + "  "
                + console.coloured(console.text("outcome.\(outcome.rawValue)"), outcome.colour)
        )
        for step in report.steps where step.question == question {
            guard step.outcome != .passed || !console.options.quiet else { continue }
            show(step)
        }
    }

    private func show(_ step: VerificationReport.Step) {
        let place = [step.file, step.detail].compactMap(\.self).joined(separator: "  ")
        let words = console.messages?.text("step.\(step.code)", in: console.language)
        console.print(
            "  \(step.outcome.sign) \(words ?? step.code)"
                + (place.isEmpty ? "" : "  \(place)") + "  [\(step.code)]"
        )
    }
}

extension VerificationReport.Outcome {
    fileprivate var sign: String {
        switch self {
        case .passed: "✓"
        case .warning: "!"
        case .failed: "✗"
        case .absent: "–"
        }
    }

    fileprivate var colour: Console.Colour {
        switch self {
        case .passed: .green
        case .warning: .yellow
        case .failed: .red
        case .absent: .dim
        }
    }
}

extension VerificationReport {
    /// The report as `--json` writes it.
    var json: JSONValue {
        var value: [String: JSONValue] = [
            "accepted": .bool(isAccepted),
            "steps": .array(
                steps.map { step in
                    var value: [String: JSONValue] = [
                        "question": .string(step.question.rawValue), "code": .string(step.code),
                        "outcome": .string(step.outcome.rawValue),
                    ]
                    value["file"] = step.file.map(JSONValue.string)
                    value["detail"] = step.detail.map(JSONValue.string)
                    return .object(value)
                }
            ),
        ]
        value["id"] = id.map { .string($0.description) }
        for question in Question.allCases {
            value[question.rawValue] = .string(outcome(of: question).rawValue)
        }
        return .object(value)
    }
}
