import GRDB

/// The tallies of the register, summed up in the ways that the statistics show.
struct StatisticsTable {
    private(set) var days: [CaseStatistics.Day] = []
    private(set) var reviewers: [String: CaseStatistics.Decisions] = [:]
    private(set) var firstSubmissions = CaseStatistics.Decisions()

    init(_ db: Database) throws {
        let sql = "SELECT day, reviewer, action, is_first, events FROM tallies ORDER BY day"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() { try add(row) }
    }

    private mutating func add(_ row: Row) throws {
        let day = try row.decode(Int.self, atIndex: 0)
        let reviewer = try row.decode(String.self, atIndex: 1)
        let action = try row.decode(String.self, atIndex: 2)
        let count = try row.decode(Int.self, atIndex: 4)
        if days.last?.day != day { days.append(CaseStatistics.Day(day: day)) }
        if action == "submitted" { days[days.count - 1].submissions += count }
        // What other offices decided came in with archives and has no reviewer here.
        guard !reviewer.isEmpty, let decisions = Self.decisions(action, count) else { return }
        days[days.count - 1].decisions += decisions
        reviewers[reviewer, default: .init()] += decisions
        if try row.decode(Bool.self, atIndex: 3) { firstSubmissions += decisions }
    }

    private static func decisions(_ action: String, _ count: Int) -> CaseStatistics.Decisions? {
        switch action {
        case "returned": .init(returned: count)
        case "accepted": .init(accepted: count)
        case "rejected": .init(rejected: count)
        default: nil
        }
    }
}
