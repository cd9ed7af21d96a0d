import ArgumentParser
import Packaging
import Registration
import Review
import Sealing

/// `dossier checklist`: what is needed, what is not, what cannot be told, and why.
struct ChecklistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: "Say which materials this candidate needs in this area, and why.",
        discussion: "Exit code 2 if something is missing or cannot be told."
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's folder.", completion: .directory) var folder: String

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let list = try CandidateChecklist(at: folder, catalog: catalog)
            if common.json { try console.print(json: list.json) }
            show(list, on: console)
            if !list.isComplete { throw ExitCode.findings }
        }
    }

    private func show(_ list: CandidateChecklist, on console: Console) {
        console.print("\(list.area.title(in: console.language)) \(list.area.year)")
        var table = TextTable()
        for item in list.items where item.state != .notNeeded || common.verbose {
            table.add([
                console.coloured(console.text("state.\(item.state.rawValue)"), item.state.colour),
                item.requirement.material.title,
                console.text(
                    "checklist.count",
                    ["have": "\(item.have)", "need": item.needText]
                ),
                item.requirement.clause.section,
            ])
        }
        for line in table.lines { console.print(line) }
        for item in list.items { explain(item, on: console) }
        let idle = list.items.count { $0.state == .notNeeded }
        console.say(
            console.text(
                "checklist.summary",
                [
                    "complete": "\(list.items.count { $0.state == .complete })",
                    "missing": "\(list.items.count { $0.state == .missing })",
                    "unknown": "\(list.items.count { $0.state == .unknown })",
                    "idle": "\(idle)",
                ]
            )
        )
    }

    /// Says why a material is missing or cannot be told, or of every one if the user wants more.
    private func explain(_ item: CandidateChecklist.Item, on console: Console) {
        guard common.verbose || item.state == .missing || item.state == .unknown else { return }
        let requirement = item.requirement
        console.print()
        console.print(
            "\(console.text("state.\(item.state.rawValue)")) \(requirement.material.title)"
        )
        console.print(
            "    "
                + console.text(
                    "check.clause",
                    ["section": requirement.clause.section, "quote": requirement.clause.quote]
                )
        )
        if !requirement.because.isEmpty {
            let facts = requirement.because.map { "\($0)" }.joined(separator: "；")
            console.print("    " + console.text("checklist.because", ["facts": facts]))
        }
        if case .cannotTell(let missing) = requirement.need {
            console.print(
                "    "
                    + console.text(
                        "checklist.answer",
                        ["keys": missing.map(\.description).joined(separator: "、")]
                    )
            )
        }
        if let source = requirement.material.source {
            console.print("    " + console.text("checklist.source", ["source": source]))
        }
        for note in requirement.notes { console.print("    " + note) }
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
