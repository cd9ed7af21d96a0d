import ArgumentParser
import Packaging
import Review
import Sealing
import TemplateCatalog

/// `dossier areas`: which exam areas are known, what they demand, and how they differ.
struct AreasCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: "List, show, compare or check the rules of exam areas.",
        subcommands: [
            List.self, AreasShowCommand.self, AreasDiffCommand.self, AreasLintCommand.self,
        ],
        defaultSubcommand: List.self
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the exam areas."
        )

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
}

extension Area {
    /// The name in a language.
    func title(in language: FindingTexts.Language) -> String {
        language == .zh ? name : englishName
    }

    /// The area in a few words, for programs.
    func summary(in language: FindingTexts.Language) -> JSONValue {
        [
            "id": .string(id), "name": .string(title(in: language)),
            "year": .integer(Int64(year)), "manual": .string(manual),
            "materials": .integer(Int64(materials.count)),
        ]
    }
}
