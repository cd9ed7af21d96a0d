import CaseLog
import Casework
import Registration
import Sealing

/// Prints what happened to a case, and what is wrong with its log.
struct CaseHistoryText {
    let log: FoundLog
    let console: Console

    func printText(isChecked: Bool) {
        for entry in log.check.entries { console.print(Self.line(for: entry, console)) }
        let shown = log.check.findings.filter { isChecked || $0.severity == .error }
        for finding in shown { console.print(line(for: finding)) }
        guard isChecked, log.isSound else { return }
        let count = ["count": "\(log.check.entries.count)"]
        console.say("✓ " + console.text(log.hasHead ? "log.sound" : "log.sound-so-far", count))
    }

    /// An event in a line: when, who, what.
    static func line(for entry: LogEntry, _ console: Console) -> String {
        let event = entry.event
        let actor =
            switch event.actor {
            case .candidate: console.text("case.actor.candidate")
            case .clock: console.text("case.actor.clock")
            case .office(let stage, let name):
                console.text("case.actor.\(stage.rawValue)", ["name": name])
            }
        let words = console.text("case.event.\(event.action.name)", event.action.values)
        return "\(entry.seq)  \(time(of: event))  \(actor)  \(words)"
    }

    /// The time on clocks in China, to the minute.
    private static func time(of event: CaseEvent) -> String {
        let seconds = event.time + 8 * 3600
        guard let day = IssueDay.text(daysSince1970: CaseEvent.day(at: event.time)) else {
            return ""
        }
        let minutes = Int(seconds % 86_400) / 60
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day) \(parts.joined(separator: ":"))"
    }

    private func line(for finding: LogFinding) -> String {
        let sign = finding.severity == .error ? "✗" : "!"
        let place = console.text("log.line", ["line": "\(finding.line)"])
        let refusal =
            finding.refusal.map { "  " + console.text("refusal.\($0.code.rawValue)") } ?? ""
        let words = console.text("step.\(finding.code.rawValue)")
        return "\(sign) \(place)  \(words)\(refusal)  [\(finding.code.rawValue)]"
    }

    var json: JSONValue {
        [
            "sound": .bool(log.isSound),
            "events": .array(
                log.check.entries.compactMap { try? JSONValue(parsing: $0.bytes) }
            ),
            "findings": .array(
                log.check.findings.map { finding in
                    [
                        "code": .string(finding.code.rawValue),
                        "severity": .string(finding.severity.rawValue),
                        "line": .integer(Int64(finding.line)),
                    ]
                }
            ),
        ]
    }
}

extension CaseEvent.Action {
    /// What the words for an event speak of.
    fileprivate var values: [String: String] {
        switch self {
        case .submitted(let revision, _, let pictures, _):
            ["revision": "\(revision)", "count": "\(pictures.count)"]
        case .returned(let revision, let items):
            ["revision": "\(revision)", "count": "\(items.count)"]
        case .accepted(let revision), .rejected(let revision, _, _): ["revision": "\(revision)"]
        case .windowClosed(let day), .windowOpened(let day):
            ["day": IssueDay.text(daysSince1970: day) ?? ""]
        case .withdrawn, .profileChanged: [:]
        }
    }
}
