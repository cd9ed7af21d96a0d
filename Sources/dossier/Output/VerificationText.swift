import Casework
import Sealing
import TemplateCatalog
import Verification

/// Prints what a verification found.
struct VerificationText {
    let console: Console

    /// Prints every report, and what changed from another dossier.
    func print(_ verification: Verification) {
        for (index, report) in verification.reports.enumerated() {
            if index > 0 { console.print() }
            print(report)
        }
        if let base = verification.base {
            console.print()
            console.print(console.text("verify.against"))
            print(base)
        }
        if let comparison = verification.comparison {
            console.print()
            ComparisonText(comparison: comparison, console: console).printText()
        }
    }

    /// Prints the three questions apart, each with its steps.
    func print(_ report: VerificationReport) {
        let names = report.names.joined(separator: ", ")
        console.say(
            console.text("verify.subject.\(report.subject.rawValue)")
                + (names.isEmpty ? "" : "  \(names)")
        )
        if let id = report.id { console.print(console.text("verify.id", ["id": "\(id)"])) }
        for claims in report.claims {
            console.print("  " + ClaimsText(claims: claims, console: console).line)
        }
        for question in VerificationReport.Question.allCases {
            show(question, report.outcome(of: question), report.steps)
        }
        if !report.history.isEmpty {
            console.print(console.text("verify.history"))
            for entry in report.history {
                console.print("  " + CaseHistoryText.line(for: entry, console))
            }
        }
        // What failed shows nothing, whatever its other steps came to.
        let covers = report.outcome(of: .integrity) == .passed ? report.scope : "nothing"
        console.say(console.text("verify.covers") + console.text("covers.\(covers)"))
        console.say(console.text("verify.excludes") + console.text("excludes.\(report.scope)"))
    }

    /// Prints only what failed.
    func printFailures(of report: VerificationReport) {
        for step in report.steps where step.outcome == .failed { show(step) }
    }

    /// Prints the three questions about a slip.
    func print(_ report: SlipReport, on slip: ReturnSlip, named name: String) {
        let content = slip.content
        console.say("\(console.text("verify.subject.slip"))  \(name)")
        console.print(console.text("verify.id", ["id": "\(content.dossierID)"]))
        console.print(
            "  " + content.office.name + "  "
                + (IssueDay.text(daysSince1970: content.day) ?? "") + "  "
                + console.text("slip.\(content.outcome.decision.rawValue)")
        )
        for question in VerificationReport.Question.allCases {
            show(question, report.outcome(of: question), report.steps)
        }
    }

    private func show(
        _ question: VerificationReport.Question,
        _ outcome: VerificationReport.Outcome,
        _ steps: [VerificationReport.Step]
    ) {
        console.print(
            console.text("verify.\(question.rawValue)") + "  "
                + console.coloured(console.text("outcome.\(outcome.rawValue)"), outcome.colour)
        )
        for step in steps where step.question == question {
            guard step.outcome != .passed || !console.options.quiet else { continue }
            show(step)
        }
    }

    private func show(_ step: VerificationReport.Step) {
        let page = step.page.map { page in
            console.text(page == 0 ? "verify.cover" : "verify.page", ["page": "\(page)"])
        }
        // What was found to be right names things; what was found to be wrong may be said in words.
        let detail = step.outcome == .passed ? step.detail : step.detail.map(console.reason)
        let place = [step.file, page, detail].compactMap(\.self).joined(separator: "  ")
        let words = console.messages?.text("step.\(step.code)", in: console.language)
        console.print(
            "  \(step.outcome.sign) \(words ?? step.code)"
                + (place.isEmpty ? "" : "  \(place)") + "  [\(step.code)]"
        )
    }
}

extension VerificationReport {
    /// What was looked at, and whether it was sealed: what can be proven depends on both.
    fileprivate var scope: String {
        subject == .id ? "id" : "\(subject.rawValue).\(isSealed ? "sealed" : "unsealed")"
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
