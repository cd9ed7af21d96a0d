import ArgumentParser
import CaseRegister
import Casework
import Registration
import Sealing
import TemplateCatalog

/// `dossier office queue`: which cases wait, and how many there are of each kind.
struct OfficeQueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List cases, the longest waiting first, and count them.",
        discussion: """
            Without a filter it lists what waits for this office. --all lists every case. -v counts the \
            materials and reasons that they were returned for, too.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var filters: FilterOptions
    @Option(help: "The most cases to list.") var limit = 50

    func validate() throws {
        guard (1...100_000).contains(limit) else {
            throw ValidationError("--limit takes a number from 1 to 100000.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let console = Console(common, catalog: try? common.catalog())
            let register = try options.desk().register
            let filter = try filters.filter(awaited: register.office.awaited)
            let cases = try register.queue(filter, limit: limit)
            let counts = try register.counts(filter, withAsked: common.json || common.verbose)
            let text = CaseListText(console: console)
            if common.json { try console.print(json: text.json(cases, counts)) }
            text.print(cases, of: counts)
            guard common.verbose, let catalog = try? common.catalog() else { return }
            let reasons = try catalog.returnReasons()
            text.printAsked(counts) { code in
                reasons.returnReason(code)?.wording.title(in: console.language) ?? ""
            }
        }
    }
}

/// Which cases a command is about.
struct FilterOptions: ParsableArguments {
    @Option(help: "A state of cases; may be given several times.") var state: [StateArgument] = []
    @Option(help: "The id of a material that was asked for.") var material: String?
    @Option(help: "The code of a reason for which cases were returned.") var reason: String?
    @Option(help: "The id of an area.") var area: String?
    @Option(help: "Part of a name or masked number, or the beginning of an id.") var text: String?
    @Option(help: "Who decided last.") var reviewer: String?
    @Option(help: "Only what has waited for this office for so many days or more.")
    var overdue: Int?
    @Flag(help: "All cases, not just those that wait for this office.") var all = false

    /// Whether nothing was asked for.
    var isEmpty: Bool {
        state.isEmpty && [material, reason, area, text, reviewer].allSatisfy { $0 == nil }
            && overdue == nil
    }

    /// The filter.
    func filter(awaited: CaseState) throws -> QueueFilter {
        var filter = QueueFilter(
            states: Set(state.map(\.state)),
            material: material,
            reason: reason,
            area: area,
            text: text,
            reviewer: reviewer
        )
        if let overdue {
            guard (0...10_000).contains(overdue) else {
                throw ValidationError("--overdue takes a number of days.")
            }
            filter.overdue = try Moment.given(nil) - Int64(overdue) * 86_400
        }
        if !all, filter == QueueFilter() { filter.states = [awaited] }
        return filter
    }
}

/// A state as an argument.
struct StateArgument: ExpressibleByArgument {
    let state: CaseState

    static var allValueStrings: [String] { CaseState.allCases.map(\.rawValue) }

    init?(argument: String) {
        guard let state = CaseState(rawValue: argument) else { return nil }
        self.state = state
    }
}
