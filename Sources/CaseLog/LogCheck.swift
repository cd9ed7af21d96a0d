public import Registration
public import Sealing

/// Looks for everything that can be wrong with a log.
public struct LogCheck: Sendable {
    /// What was found, in the order of the lines.
    public let findings: [LogFinding]
    /// The events of the lines that could be read.
    public let entries: [LogEntry]
    /// The case after all events; nil without rules, and where the log is not to be believed.
    public let outcome: Case?

    /// Whether nothing is wrong; there may be traces of a crash.
    public var isSound: Bool { findings.allSatisfy { $0.severity != .error } }

    /// Checks a log.
    ///
    /// - Parameters:
    ///   - text: The log.
    ///   - head: How far it goes; nil if that is not known, and then what is missing at its end, or was
    ///     changed in a last line without signature, cannot be seen.
    ///   - rules: What the area says of cases; nil leaves out whether the events can happen.
    ///   - keys: The offices' keys; nil leaves out whether the signatures are good.
    public init(
        of text: LogText,
        head: LogHead? = nil,
        rules: CaseRules? = nil,
        keys: [VerifyingKey]? = nil
    ) {
        let lines = text.lines.enumerated().map { LogLine(number: $0 + 1, bytes: $1) }
        var findings = LogChain(lines, head: head).findings
        if !text.rest.isEmpty, lines.count >= head?.lines ?? 0 {
            findings.append(LogFinding(.halfWritten, line: lines.count + 1))
        }
        findings += lines.compactMap { $0.sealFinding(keys: keys) }
        findings += Self.timeFindings(lines)
        var outcome: Case?
        if let rules, findings.allSatisfy({ $0.severity != .error }) {
            switch Self.replay(lines, rules: rules) {
            case .success(let result): outcome = result
            case .failure(let finding): findings.append(finding.finding)
            }
        }
        self.findings = findings.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
        entries = lines.compactMap(\.entry)
        self.outcome = outcome
    }

    private static func timeFindings(_ lines: [LogLine]) -> [LogFinding] {
        zip(lines, lines.dropFirst()).compactMap { before, line in
            guard let early = before.entry?.event.time, let late = line.entry?.event.time,
                late < early
            else { return nil }
            return LogFinding(.timeBackwards, line: line.number)
        }
    }

    private static func replay(
        _ lines: [LogLine],
        rules: CaseRules
    ) -> Result<Case, Impossible> {
        var result = Case(rules: rules)
        for line in lines {
            guard let event = line.entry?.event else { continue }
            do {
                try result.apply(event)
            } catch {
                let finding = LogFinding(.impossible, line: line.number, refusal: error)
                return .failure(Impossible(finding: finding))
            }
        }
        return .success(result)
    }

    private struct Impossible: Error {
        let finding: LogFinding
    }
}
