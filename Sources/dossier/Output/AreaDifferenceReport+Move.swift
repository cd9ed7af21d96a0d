import Registration
import Review
import Sealing
import TemplateCatalog

extension AreaDifferenceReport {
    /// Prints what one candidate must do differently.
    func print(_ move: AreaMove) {
        printTitle()
        printSection("diff.rest", generalLines)
        printSection("diff.refused", move.refused.map(words))
        for (change, key) in [
            (AreaMove.Change.added, "diff.added"), (.changed, "diff.changed"),
            (.open, "diff.open"), (.kept, "diff.kept"), (.dropped, "diff.dropped"),
        ] {
            printSection(key, move.steps.filter { $0.change == change }.flatMap(lines))
        }
        printSection(
            "diff.questions",
            move.questions.map { question in
                let words = console.language == .zh ? nil : question.key.englishQuestion
                return
                    "\(question.path): \(words ?? question.key.question) (\(question.key.answers))"
            }
        )
    }

    private func lines(of step: AreaMove.Step) -> [String] {
        guard let shown = step.to ?? step.from else { return [] }
        var head = shown.material.title
        let numbers = [step.from, step.to].map { $0?.numbers(on: console) ?? "0" }
        if step.change == .added { head += " × \(numbers[1])" }
        var lines = ["\(head) (\(shown.clause.section))"]
        guard step.change == .changed, let pair = pair(of: step) else { return lines }
        if numbers[0] != numbers[1] {
            let arrow = console.text("diff.arrow", ["from": numbers[0], "to": numbers[1]])
            lines.append(
                "  "
                    + console.text(
                        "condition.fact",
                        ["key": console.text("aspect.count"), "value": arrow]
                    )
            )
        }
        lines += aspectLines(of: pair, without: [.condition, .count]).map { "  " + $0 }
        return lines
    }

    private func pair(of step: AreaMove.Step) -> AreaComparison.Pair? {
        comparison.pairs.first {
            $0.from?.id == step.from?.material.id && $0.to?.id == step.to?.material.id
        }
    }
}

extension Requirement {
    /// "3", "1–2" or "≥1".
    fileprivate func numbers(on console: Console) -> String {
        switch need {
        case .required(let least, let most?): least == most ? "\(least)" : "\(least)–\(most)"
        case .required(let least, nil): "≥\(least)"
        case .cannotTell: "?"
        case .notRequired: "0"
        }
    }
}

// MARK: - For programs

extension AreaDifferenceReport {
    /// The comparison of the rules.
    var json: JSONValue {
        [
            "from": .string(comparison.from.id), "to": .string(comparison.to.id),
            "rules": .array(generalLines.map(JSONValue.string)),
            "materials": .array(
                comparison.pairs.map { pair in
                    var value: [String: JSONValue] = [
                        "concept": .string(pair.concept),
                        "aspects": .array(pair.aspects.map { .string($0.rawValue) }),
                    ]
                    value["from"] = pair.from.map { .string($0.id) }
                    value["to"] = pair.to.map { .string($0.id) }
                    return .object(value)
                }
            ),
        ]
    }

    /// A candidate's move.
    func json(of move: AreaMove) -> JSONValue {
        [
            "from": .string(comparison.from.id), "to": .string(comparison.to.id),
            "steps": .array(
                move.steps.map { step in
                    var value: [String: JSONValue] = ["change": .string(step.change.rawValue)]
                    value["from"] = step.from.map { .string($0.material.id) }
                    value["to"] = step.to.map { .string($0.material.id) }
                    return .object(value)
                }
            ),
            "questions": .array(move.questions.map { .string($0.path.description) }),
            "refused": .array(move.refused.map { .string($0.path.description) }),
        ]
    }
}
