import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// Prints findings for people and for programs.
struct FindingReport {
    let review: FolderReview
    let findings: [Finding]
    let texts: FindingTexts
    let console: Console

    func printText() {
        let options = console.options
        let least: Finding.Severity = options.quiet ? .error : options.verbose ? .note : .warning
        for finding in findings where finding.severity >= least { print(finding) }
        console.say(
            console.text(
                "check.summary",
                [
                    "errors": "\(count(.error))", "warnings": "\(count(.warning))",
                    "notes": "\(count(.note))",
                ]
            )
        )
    }

    private func count(_ severity: Finding.Severity) -> Int {
        findings.count { $0.severity == severity }
    }

    private func print(_ finding: Finding) {
        let word = console.text("severity.\(finding.severity.rawValue)")
        let colour: Console.Colour =
            switch finding.severity {
            case .error: .red
            case .warning: .yellow
            case .note: .dim
            }
        let place = finding.picture.map { "  \($0)" } ?? ""
        console.print("\(console.coloured(word, colour))\(place)  [\(finding.code.rawValue)]")
        console.print(
            "    " + texts.sentence(for: finding, in: console.language, area: review.area)
        )
        if let clause = finding.clause {
            console.print(
                "    "
                    + console.text(
                        "check.clause",
                        ["section": clause.section, "quote": clause.quote]
                    )
            )
        }
        if let mend = texts.mending(of: finding, in: console.language, area: review.area) {
            let hint =
                isRepairable(finding) ? "  [\(console.text("check.repairable"))]" : ""
            console.print("    → \(mend)\(hint)")
        }
    }

    private func isRepairable(_ finding: Finding) -> Bool {
        texts.isRepairable(finding.code) && FolderRepair.mayMend(finding)
    }

    /// The findings with their sentences.
    var json: JSONValue {
        .array(
            findings.map { finding in
                guard case .object(var value) = finding.json else { return .null }
                value["message"] = .string(
                    texts.sentence(for: finding, in: console.language, area: review.area)
                )
                value["mend"] = texts.mending(of: finding, in: console.language, area: review.area)
                    .map(JSONValue.string)
                value["repairable"] = .bool(isRepairable(finding))
                return .object(value)
            }
        )
    }
}
