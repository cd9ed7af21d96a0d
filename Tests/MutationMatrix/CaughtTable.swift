/// How many mutations of each kind there were, and which step caught them first.
struct CaughtTable {
    /// A family of mutations with a heading of its own.
    struct Section {
        let title: String
        /// Whether the tries were drawn by lot from bytes that differ with every change of the PDF: then
        /// only the steps that catch one in three are listed, and not how many.
        let isSampled: Bool
        var rows: [(kind: String, outcomes: [Outcome: Int])] = []
    }

    private(set) var sections: [Section] = []
    private(set) var missed: [String] = []

    mutating func begin(_ title: String, isSampled: Bool = false) {
        sections.append(Section(title: title, isSampled: isSampled))
    }

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
            \(section.rows.map { Self.line($0, section.isSampled) }.joined(separator: "\n"))

            """
        }.joined(separator: "\n")
    }

    private static func line(
        _ row: (kind: String, outcomes: [Outcome: Int]),
        _ isSampled: Bool
    ) -> String {
        let tries = row.outcomes.values.reduce(0, +)
        var (refused, steps) = (0, [(count: Int, words: String)]())
        for (outcome, count) in row.outcomes {
            if case .caught = outcome { refused += count }
            steps.append((count, words(for: outcome)))
        }
        var list: [String]
        if isSampled {
            list = steps.filter { $0.count * 3 >= tries }.map(\.words).sorted()
        } else {
            steps.sort { ($1.count, $0.words) < ($0.count, $1.words) }
            list = steps.map { "\($0.words) \($0.count)" }
        }
        if list.isEmpty { list = ["–"] }
        return "| \(row.kind) | \(tries) | \(refused) | \(list.joined(separator: ", ")) |"
    }

    private static func words(for outcome: Outcome) -> String {
        switch outcome {
        case .caught(let code): "`\(code)`"
        case .told(let code): "no file differs, warned `\(code)`"
        case .intact(let words): words
        case .same: "reads as the same"
        case .missed: "**MISSED**"
        }
    }
}
