/// How many mutations of each kind there were, and which step caught them first.
struct CaughtTable {
    /// A family of mutations with a heading of its own.
    struct Section {
        let title: String
        var rows: [(kind: String, outcomes: [Outcome: Int])] = []
    }

    private(set) var sections: [Section] = []
    private(set) var missed: [String] = []

    mutating func begin(_ title: String) { sections.append(Section(title: title)) }

    mutating func add(_ outcome: Outcome, _ kind: String, detail: String = "") {
        let last = sections.count - 1
        if outcome == .missed { missed.append("\(kind) \(detail)") }
        if let row = sections[last].rows.firstIndex(where: { $0.kind == kind }) {
            sections[last].rows[row].outcomes[outcome, default: 0] += 1
        } else {
            sections[last].rows.append((kind, [outcome: 1]))
        }
    }

    var count: Int {
        sections.flatMap(\.rows).flatMap(\.outcomes.values).reduce(0, +)
    }

    var markdown: String {
        sections.map { section in
            """
            ### \(section.title)

            | what was done | tries | refused | caught first by |
            | --- | --: | --: | --- |
            \(section.rows.map(Self.line).joined(separator: "\n"))

            """
        }.joined(separator: "\n")
    }

    private static func line(_ row: (kind: String, outcomes: [Outcome: Int])) -> String {
        let tries = row.outcomes.values.reduce(0, +)
        var (refused, steps) = (0, [(Int, String)]())
        for (outcome, count) in row.outcomes {
            switch outcome {
            case .caught(let code):
                refused += count
                steps.append((count, "`\(code)` \(count)"))
            case .told(let code):
                steps.append((count, "no file differs, warned `\(code)` \(count)"))
            case .intact(let words): steps.append((count, "\(words) \(count)"))
            case .same: steps.append((count, "reads as the same \(count)"))
            case .missed: steps.append((count, "**MISSED** \(count)"))
            }
        }
        steps.sort { ($1.0, $0.1) < ($0.0, $1.1) }
        let list = steps.map(\.1).joined(separator: ", ")
        return "| \(row.kind) | \(tries) | \(refused) | \(list) |"
    }
}
