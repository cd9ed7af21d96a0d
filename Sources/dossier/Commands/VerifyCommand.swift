import Archiving
import ArgumentParser
import Glibc
import Packaging
import Sealing
import TemplateCatalog
import Verification

/// `dossier verify`: is it whole, whose is it, is it in force.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify an archive, as a zip file or as an unpacked folder; writes nothing.",
        discussion: """
            Reports integrity (bytes), issuer (whose key) and status (in force) apart. Not yet: a \
            dossier's PDF alone, scans of its pages, and the text of a code.
            Exit code 2 if anything failed.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The archive: a zip file or an unpacked folder.", completion: .file())
    var thing: String
    @Option(help: "The offices' keys that you trust (a JWKS file).", completion: .file())
    var trust: String?
    @Option(help: "Verify as of this day, YYYY-MM-DD (else today).") var asOf: String?

    func validate() throws {
        if let asOf, IssueDate(asOf) == nil {
            throw ValidationError("--as-of takes a day such as 2026-01-15.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let console = Console(common, catalog: try? common.catalog())
            let trusted = try trust.map { try TrustedKeys(parsing: KeyFile.read($0)) }
            let day = asOf.flatMap(IssueDate.init)?.daysSince1970 ?? Self.today
            let report = try ArchiveVerifier(trusted: trusted, day: day).verify(thing)
            if common.json { try console.print(json: report.json) }
            show(report, on: console)
            if !report.isAccepted { throw ExitCode.findings }
        }
    }

    /// Today in China, as seals are dated there: in London it may still be yesterday.
    private static var today: Int {
        let now = time(nil)
        return IssueDate(secondsSince1970: now)?.daysSince1970 ?? now / 86_400
    }

    private func show(_ report: VerificationReport, on console: Console) {
        if let id = report.id {
            console.print(console.text("verify.id", ["id": "\(id)"]))
        }
        for question in VerificationReport.Question.allCases {
            let outcome = report.outcome(of: question)
            console.print(
                console.text("verify.\(question.rawValue)") + "  "
                    + console.coloured(
                        console.text("outcome.\(outcome.rawValue)"),
                        outcome.colour
                    )
            )
            for step in report.steps where step.question == question {
                guard step.outcome != .passed || !common.quiet else { continue }
                let place = [step.file, step.detail].compactMap(\.self).joined(separator: "  ")
                let words = console.messages?.text("step.\(step.code)", in: console.language)
                console.print(
                    "  \(step.outcome.sign) \(words ?? step.code)"
                        + (place.isEmpty ? "" : "  \(place)") + "  [\(step.code)]"
                )
            }
        }
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
    fileprivate var json: JSONValue {
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
