import Packaging
import Registration
import Review
import Sealing

/// What an area says of submitting, in words and for programs: what locks, what unlocks, what may come
/// late, and where the manual says so.
struct SubmissionRuleText {
    /// How much is told of a clause.
    enum Citing { case section, quote }

    let area: Area
    let console: Console

    /// One line a fact.
    func lines(citing: Citing?) -> [String] {
        let scope = console.text("lock.\(area.lockScope.rawValue)")
        var lines = [line("areas.lock", ["scope": scope], area.submission?.lockClause, citing)]
        guard let rule = area.submission else { return lines }
        for key in SubmissionRule.Key.allCases {
            guard let clause = rule.unlockClauses[key] else { continue }
            let words = console.text("unlock.\(key.rawValue)")
            lines.append(line("areas.unlock", ["when": words], clause, citing))
        }
        let late = rule.takesLateReplacements ? "late.taken" : "late.refused"
        lines.append(line("areas.late", ["late": console.text(late)], rule.lateClause, citing))
        return lines
    }

    /// What unlocked in another area, and is not spoken of here.
    func losses(since other: SubmissionRuleText) -> [String] {
        guard let rule = area.submission, let old = other.area.submission else { return [] }
        return SubmissionRule.Key.allCases
            .filter { old.unlockClauses[$0] != nil && rule.unlockClauses[$0] == nil }
            .map { console.text("areas.unstated", ["when": console.text("unlock.\($0.rawValue)")]) }
    }

    private func line(
        _ key: String,
        _ values: [String: String],
        _ clause: Clause?,
        _ citing: Citing?
    ) -> String {
        let words = console.text(key, values)
        guard let clause, let citing else { return words }
        guard citing == .quote else { return "\(words) (\(clause.section))" }
        return console.text(
            "areas.quoted",
            ["words": words, "section": clause.section, "quote": clause.quote]
        )
    }

    var json: JSONValue {
        var value: [String: JSONValue] = ["locks": .string(area.lockScope.rawValue)]
        guard let rule = area.submission else { return .object(value) }
        value["lockClause"] = rule.lockClause.json
        value["unlocks"] = .object(
            Dictionary(
                uniqueKeysWithValues: rule.unlockClauses.map { ($0.rawValue, $1.json) }
            )
        )
        value["late"] = .bool(rule.takesLateReplacements)
        value["lateClause"] = rule.lateClause?.json
        return .object(value)
    }
}
