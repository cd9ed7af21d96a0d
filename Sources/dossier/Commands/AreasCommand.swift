import ArgumentParser
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier areas`: which exam areas are known, and what one of them demands.
struct AreasCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: "List the exam areas, or show what one demands.",
        subcommands: [List.self, Show.self],
        defaultSubcommand: List.self
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the exam areas.")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await perform(Console(common)) {
                let catalog = try common.catalog()
                let console = Console(common, catalog: catalog)
                let areas = try catalog.areaIDs().map { try catalog.area($0).area }
                if common.json {
                    try console.print(
                        json: ["areas": .array(areas.map { $0.summary(in: console.language) })]
                    )
                }
                var table = TextTable()
                for area in areas {
                    table.add([
                        area.id, "\(area.title(in: console.language)) \(area.year)",
                        console.text("areas.materials", ["count": "\(area.materials.count)"]),
                        area.manual,
                    ])
                }
                for line in table.lines { console.print(line) }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show an area's picture rules and all its materials with their clauses."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The area's id, such as hunan-2026.") var area: String

        func run() async throws {
            try await perform(Console(common)) {
                let catalog = try common.catalog()
                let console = Console(common, catalog: catalog)
                let area = try catalog.area(self.area).area
                if common.json { try console.print(json: area.details(in: console.language)) }
                show(area, on: console)
            }
        }

        private func show(_ area: Area, on console: Console) {
            console.print("\(area.title(in: console.language)) \(area.year)  (\(area.id))")
            console.print(console.text("areas.manual", ["manual": area.manual]))
            console.print()
            show(area.pictureRule, as: "areas.pictures", on: console)
            show(area.photoRule, as: "areas.photo", on: console)
            console.print()
            for (index, material) in area.materials.enumerated() {
                console.print("\(index + 1). \(material.title)  [\(material.id)]")
                console.print(
                    "   "
                        + console.text(
                            "check.clause",
                            ["section": material.clause.section, "quote": material.clause.quote]
                        )
                )
            }
        }

        private func show(_ rule: PictureRule, as key: String, on console: Console) {
            let formats = rule.formats.map(\.title).joined(separator: "、")
            console.print(
                console.text(
                    key,
                    ["formats": formats, "limit": rule.maxBytes?.text ?? "—"]
                )
            )
        }
    }
}

extension Area {
    /// The name in a language.
    func title(in language: FindingTexts.Language) -> String {
        language == .zh ? name : englishName
    }

    fileprivate func summary(in language: FindingTexts.Language) -> JSONValue {
        [
            "id": .string(id), "name": .string(title(in: language)),
            "year": .integer(Int64(year)), "manual": .string(manual),
            "materials": .integer(Int64(materials.count)),
        ]
    }

    fileprivate func details(in language: FindingTexts.Language) -> JSONValue {
        guard case .object(var value) = summary(in: language) else { return .null }
        value["materials"] = .array(
            materials.map {
                [
                    "id": .string($0.id), "title": .string($0.title), "clause": $0.clause.json,
                    "optional": .bool($0.isOptional),
                ]
            }
        )
        return .object(value)
    }
}
