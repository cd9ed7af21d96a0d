import Registration
import Review
import Sealing
import TemplateCatalog

/// Prints two areas beside each other, for people and for programs.
struct AreaDifferenceReport {
    let comparison: AreaComparison
    let console: Console
    private let fromWording: ConditionWording
    private let toWording: ConditionWording

    init(comparison: AreaComparison, messages: MessageTexts, console: Console) {
        self.comparison = comparison
        self.console = console
        let language = console.language
        fromWording = ConditionWording(
            area: comparison.from,
            messages: messages,
            language: language
        )
        toWording = ConditionWording(area: comparison.to, messages: messages, language: language)
    }

    private var fromName: String { comparison.from.title(in: console.language) }
    private var toName: String { comparison.to.title(in: console.language) }

    func printRules() {
        printTitle()
        printSection("diff.rest", generalLines)
        printSection("diff.added", comparison.added.map { line(about: $0, toWording) })
        printSection("diff.changed", changedLines)
        printSection("diff.dropped", comparison.dropped.map { line(about: $0, fromWording) })
        let same = samePairs.compactMap(\.to?.title)
        printSection("diff.same", same.isEmpty ? [] : [same.joined(separator: "、")])
    }

    func printTitle() {
        console.print(
            console.text(
                "diff.title",
                [
                    "from": "\(fromName) \(comparison.from.year)",
                    "to": "\(toName) \(comparison.to.year)",
                ]
            )
        )
    }

    func printSection(_ key: String, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        console.print()
        console.print(console.text(key, ["from": fromName, "to": toName]))
        for line in lines { console.print("  " + line) }
    }

    /// An answer of the first area's profile.
    func words(for fact: ProfileFact) -> String { fromWording.words(for: fact) }

    private func line(about material: MaterialRule, _ wording: ConditionWording) -> String {
        let who = wording.words(for: material.condition)
        return "\(material.title) — \(who) (\(material.clause.section))"
    }

    /// A change in words; nil if both sides read the same.
    private func change(_ label: String, _ before: String, _ after: String) -> String? {
        guard before != after else { return nil }
        let arrow = console.text("diff.arrow", ["from": before, "to": after])
        return console.text("condition.fact", ["key": console.text(label), "value": arrow])
    }

    var generalLines: [String] {
        let (from, to) = (comparison.from, comparison.to)
        let rules: [(String, PictureRule?, PictureRule?)] = [
            ("diff.pictures", from.pictureRule, to.pictureRule),
            ("diff.photo", from.photoRule, to.photoRule),
        ]
        var lines = rules.compactMap { key, before, after in
            change(
                key,
                before.map { fromWording.words(for: $0) } ?? "—",
                after.map { toWording.words(for: $0) } ?? "—"
            )
        }
        lines += submissionLines
        if from.delivery != to.delivery, let text = to.deliveryText(on: console) {
            lines.append(text)
        }
        lines += comparison.refusedValues.map { key, values in
            let label = console.language == .zh ? key.label : key.key
            let refused = console.text("diff.refused", ["to": toName])
            return console.text(
                "condition.fact",
                ["key": refused, "value": "\(label) \(values.joined(separator: "、"))"]
            )
        }
        return lines
    }

    /// How submitting there is another matter, not in which words the manual says it.
    private var submissionLines: [String] {
        let before = SubmissionRuleText(area: comparison.from, console: console)
        let after = SubmissionRuleText(area: comparison.to, console: console)
        let known = before.lines(citing: nil)
        return after.lines(citing: nil).filter { !known.contains($0) } + after.losses(since: before)
    }

    private var samePairs: [AreaComparison.Pair] {
        comparison.pairs.filter { $0.from != nil && $0.to != nil && aspectLines(of: $0).isEmpty }
    }

    private var changedLines: [String] {
        comparison.pairs.flatMap { pair -> [String] in
            guard let to = pair.to, pair.from != nil else { return [] }
            let lines = aspectLines(of: pair)
            return lines.isEmpty ? [] : [to.title] + lines.map { "  " + $0 }
        }
    }

    /// What is different about a paper.
    ///
    /// The rule for its pictures is told only where it is not the area's own.
    func aspectLines(
        of pair: AreaComparison.Pair,
        without omitted: [AreaComparison.Aspect] = []
    ) -> [String] {
        guard let from = pair.from, let to = pair.to else { return [] }
        return pair.aspects.filter { !omitted.contains($0) }.compactMap { aspect in
            let key = "aspect.\(aspect.rawValue)"
            switch aspect {
            case .title: return change(key, from.title, to.title)
            case .condition:
                return change(
                    key,
                    fromWording.words(for: from.condition),
                    toWording.words(for: to.condition)
                )
            case .count:
                return change(
                    key,
                    fromWording.words(for: from.count),
                    toWording.words(for: to.count)
                )
            case .validity:
                return change(
                    key,
                    fromWording.words(for: from.validity),
                    toWording.words(for: to.validity)
                )
            case .form:
                return change(
                    key,
                    console.text("form.\(from.form.rawValue)"),
                    console.text("form.\(to.form.rawValue)")
                )
            case .replacement:
                return change(
                    key,
                    replacement(of: from, in: comparison.from),
                    replacement(of: to, in: comparison.to)
                )
            case .pictures:
                guard from.pictureRule != comparison.from.pictureRule,
                    from.pictureRule != comparison.from.photoRule
                else { return nil }
                return change(
                    key,
                    fromWording.words(for: from.pictureRule),
                    toWording.words(for: to.pictureRule)
                )
            }
        }
    }

    private func replacement(of material: MaterialRule, in area: Area) -> String {
        guard let id = material.replacement?.material else { return "—" }
        return area.material(id: id)?.title ?? id
    }
}
