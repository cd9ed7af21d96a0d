import GRDB
import Registration

extension CaseRegister {
    /// Counts cases by state, and by the material and the reason they were last returned for.
    ///
    /// - Parameters:
    ///   - filter: Which cases.
    ///   - withAsked: Whether materials and reasons are counted, too: under a filter that takes longer
    ///     than to list cases.
    /// - Returns: The counts.
    /// - Throws: A ``RegisterError`` if the register cannot be read.
    public func counts(
        _ filter: QueueFilter = QueueFilter(),
        withAsked: Bool = true
    ) throws(RegisterError) -> CaseCounts {
        let condition = filter.condition(awaited: office.awaited)
        let index: SQL = filter.isOpen ? "" : "INDEXED BY cases_queue"
        let asked = asked(of: filter)
        return try reading { db in
            let states = try Self.count(
                "SELECT state, count(*) FROM cases \(index) WHERE \(condition) GROUP BY state",
                in: db
            )
            return CaseCounts(
                states: try Dictionary(uniqueKeysWithValues: states.map(Self.state)),
                materials: withAsked ? try Self.count("material", of: asked, in: db) : [:],
                reasons: withAsked ? try Self.count("reason", of: asked, in: db) : [:]
            )
        }
    }

    /// What was asked for in the cases that a filter lets through.
    ///
    /// The plus keeps SQLite from looking up case by case, which takes longer than all at once.
    private func asked(of filter: QueueFilter) -> SQL {
        var rest = filter
        (rest.material, rest.reason) = (nil, nil)
        var conditions: [SQL] = filter.askedCondition.map { [$0] } ?? ["1"]
        if !rest.isOpen {
            let condition = rest.condition(awaited: office.awaited)
            conditions.append(
                """
                +number IN (SELECT number FROM cases INDEXED BY cases_queue WHERE \(condition))
                """
            )
        }
        let all = conditions.joined(separator: " AND ")
        return "(SELECT number, material, reason FROM asked WHERE \(all))"
    }

    private static func state(named name: String, count: Int) throws -> (CaseState, Int) {
        guard let state = CaseState(rawValue: name) else {
            throw RegisterError(.damaged, RegisterFile.name)
        }
        return (state, count)
    }

    private static func count(
        _ column: String,
        of asked: SQL,
        in db: Database
    ) throws -> [String: Int] {
        try count(
            """
            SELECT \(sql: column), count(DISTINCT number) FROM \(asked) GROUP BY \(sql: column)
            """,
            in: db
        )
    }

    private static func count(
        _ request: SQLRequest<Row>,
        in db: Database
    ) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for row in try request.fetchAll(db) {
            counts[try row.decode(atIndex: 0)] = try row.decode(atIndex: 1)
        }
        return counts
    }
}

extension QueueFilter {
    /// Whether it lets all cases through.
    fileprivate var isOpen: Bool { self == QueueFilter() }
}
