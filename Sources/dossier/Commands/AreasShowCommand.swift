import ArgumentParser
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier areas show`: everything that one area demands, in words.
struct AreasShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an area's picture rules and all its materials: who, how many, which clause."
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The area's id, such as hunan-2026.") var area: String

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let area = try catalog.area(self.area).area
            let wording = ConditionWording(
                area: area,
                messages: try catalog.messageTexts(),
                language: console.language
            )
            if common.json { try console.print(json: details(of: area, wording, console)) }
            showHead(of: area, wording, on: console)
            for (index, material) in area.materials.enumerated() {
                console.print()
                console.print("\(index + 1). \(material.title)  [\(material.id)]")
                for line in lines(about: material, in: area, wording, console) {
                    console.print("   " + line)
                }
            }
            showAdvice(of: area, on: console)
        }
    }

    private func showHead(of area: Area, _ wording: ConditionWording, on console: Console) {
        console.print("\(area.title(in: console.language)) \(area.year)  (\(area.id))")
        console.print(console.text("areas.manual", ["manual": area.manual]))
        for (key, rule) in [("diff.pictures", area.pictureRule), ("diff.photo", area.photoRule)] {
            guard let rule else { continue }
            let words = wording.words(for: rule)
            console.print(
                console.text("condition.fact", ["key": console.text(key), "value": words])
            )
        }
        let submission = SubmissionRuleText(area: area, console: console)
        for line in submission.lines(citing: common.verbose ? .quote : .section) {
            console.print(line)
        }
        if let delivery = area.deliveryText(on: console) { console.print(delivery) }
        for deadline in area.deadlines {
            console.print(
                console.text(
                    "areas.deadline",
                    ["title": deadline.title, "days": deadline.daysText]
                )
            )
        }
    }

    private func lines(
        about material: MaterialRule,
        in area: Area,
        _ wording: ConditionWording,
        _ console: Console
    ) -> [String] {
        var lines: [String] = []
        func add(_ key: String, _ values: [String: String]) {
            lines.append(console.text(key, values))
        }
        if material.isOptional {
            add("areas.optional", [:])
        } else {
            add("areas.who", ["who": wording.words(for: material.condition)])
            add("areas.count", ["count": wording.words(for: material.count)])
        }
        if !material.oneOf.isEmpty {
            add("areas.oneOf", ["papers": material.oneOf.joined(separator: "、")])
        }
        if material.validity != nil {
            add("areas.validity", ["validity": wording.words(for: material.validity)])
        }
        if let replacement = material.replacement {
            add(
                "areas.replacedBy",
                [
                    "who": wording.words(for: replacement.condition),
                    "material": area.material(id: replacement.material)?.title ?? "",
                ]
            )
        }
        for id in material.satisfiedBy {
            add("areas.satisfiedBy", ["material": area.material(id: id)?.title ?? id])
        }
        if let waivable = material.waivable {
            add("areas.waivable", ["who": wording.words(for: waivable)])
        }
        add(
            "check.clause",
            ["section": material.clause.section, "quote": material.clause.quote]
        )
        if let source = material.source { add("checklist.source", ["source": source]) }
        if common.verbose {
            add("areas.privacy", ["privacy": console.text("privacy.\(material.privacy.rawValue)")])
            for note in material.reviewerNotes { add("areas.reviewer", ["note": note]) }
        }
        return lines
    }

    private func showAdvice(of area: Area, on console: Console) {
        guard !area.advice.isEmpty else { return }
        console.print()
        console.print(console.text("areas.advice"))
        for advice in area.advice { console.print("   \(advice.text) (\(advice.clause.section))") }
    }

    private func details(
        of area: Area,
        _ wording: ConditionWording,
        _ console: Console
    ) -> JSONValue {
        guard case .object(var value) = area.summary(in: console.language) else { return .null }
        value["materials"] = .array(
            area.materials.map { material in
                var item: [String: JSONValue] = [
                    "id": .string(material.id), "title": .string(material.title),
                    "concept": .string(material.concept), "clause": material.clause.json,
                    "optional": .bool(material.isOptional),
                    "privacy": .string(material.privacy.rawValue),
                    "reviewer": .array(material.reviewerNotes.map(JSONValue.string)),
                ]
                item["source"] = material.source.map(JSONValue.string)
                if !material.isOptional {
                    item["who"] = .string(wording.words(for: material.condition))
                    item["count"] = .string(wording.words(for: material.count))
                    item["validity"] = .string(wording.words(for: material.validity))
                }
                return .object(item)
            }
        )
        value["submission"] = SubmissionRuleText(area: area, console: console).json
        return .object(value)
    }
}

extension Area {
    /// The form of delivery in words; nil where nothing is special about it.
    func deliveryText(on console: Console) -> String? {
        guard delivery.kind != .pictures || delivery.maxBytes != nil else { return nil }
        return console.text(
            "areas.delivery",
            [
                "form": console.text("delivery.\(delivery.kind.rawValue)"),
                "limit": delivery.maxBytes?.text ?? "—",
            ]
        )
    }
}
