import Packaging
import Registration
import Review
import TemplateCatalog

/// The checklist on a terminal: a table, the reasons of what is not complete, and what to answer.
struct ChecklistReport {
    let list: CandidateChecklist
    let wording: ConditionWording
    let console: Console

    func printText() {
        console.print("\(list.area.title(in: console.language)) \(list.area.year)")
        printTable()
        for item in list.items { explain(item) }
        console.say(
            console.text(
                "checklist.summary",
                [
                    "complete": count(.complete), "missing": count(.missing),
                    "unknown": count(.unknown), "idle": count(.notNeeded),
                ]
            )
        )
    }

    private func count(_ state: CandidateChecklist.State) -> String {
        "\(list.items.count { $0.state == state })"
    }

    private func printTable() {
        var table = TextTable()
        table.add(
            ["state", "material", "count", "clause", "source"].map {
                console.text("checklist.column.\($0)")
            }
        )
        for item in list.items where item.state != .notNeeded || console.options.verbose {
            table.add([
                console.coloured(console.text("state.\(item.state.rawValue)"), item.state.colour),
                item.requirement.material.title,
                console.text(
                    "checklist.count",
                    ["have": "\(item.have)", "need": item.needText]
                ),
                item.requirement.clause.section,
                item.requirement.material.source ?? "",
            ])
        }
        for line in table.lines(width: Environment.terminalWidth, yielding: 1) {
            console.print(line)
        }
    }

    /// Says why a material is missing or cannot be told, or of every one if the user wants more.
    private func explain(_ item: CandidateChecklist.Item) {
        let isOpen = item.state == .missing || item.state == .unknown
        guard isOpen || console.options.verbose else { return }
        let requirement = item.requirement
        console.print()
        console.print(
            "\(console.text("state.\(item.state.rawValue)")) \(requirement.material.title)"
        )
        add(
            "check.clause",
            ["section": requirement.clause.section, "quote": requirement.clause.quote]
        )
        if !requirement.because.isEmpty {
            let comma = console.language == .zh ? "；" : "; "
            let facts = requirement.because.map(wording.words).joined(separator: comma)
            add("checklist.because", ["facts": facts])
        }
        if case .cannotTell(let missing) = requirement.need { ask(missing) }
        if let source = requirement.material.source { add("checklist.source", ["source": source]) }
        for note in requirement.notes { console.print("    " + note) }
    }

    /// The keys to answer, then each question with its possible answers.
    private func ask(_ paths: [ProfilePath]) {
        let keys = paths.map(\.description).joined(separator: "、")
        add("checklist.answer", ["keys": keys])
        for path in paths {
            guard let key = list.area.question(at: path) else { continue }
            let question = OpenQuestion(path: path, key: key, materials: [])
            add(
                "checklist.question",
                [
                    "question": question.text(in: console.language),
                    "answers": console.answers(to: key),
                ]
            )
        }
    }

    private func add(_ key: String, _ values: [String: String]) {
        console.print("    " + console.text(key, values))
    }
}

extension CandidateChecklist.State {
    fileprivate var colour: Console.Colour {
        switch self {
        case .complete: .green
        case .missing: .red
        case .unknown: .yellow
        case .optional, .notNeeded: .dim
        }
    }
}

extension CandidateChecklist.Item {
    /// "2", "1–3", "≥1" or "?".
    fileprivate var needText: String {
        switch requirement.need {
        case .required(let minimum, let maximum?):
            minimum == maximum ? "\(minimum)" : "\(minimum)–\(maximum)"
        case .required(let minimum, nil): "≥\(minimum)"
        case .notRequired: "0"
        case .cannotTell: "?"
        }
    }
}
