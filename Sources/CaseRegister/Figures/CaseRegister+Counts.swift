import GRDB
import Registration

extension CaseRegister {
    /// Counts cases by state, and by the material and the reason they were last returned for.
    ///
    /// - Parameter filter: Which cases.
    /// - Throws: A ``RegisterError`` if the register cannot be read.
    public func counts(_ filter: QueueFilter = QueueFilter()) throws(RegisterError) -> CaseCounts {
        let condition = filter.condition(awaited: office.awaited)
        var asked: SQL = filter.askedCondition ?? "1"
        if filter != QueueFilter() {
            asked = """
                \(asked) AND number IN (
                    SELECT number FROM cases INDEXED BY cases_queue WHERE \(condition))
                """
        }
        return try reading { db in
            let states = try Self.count(
                "SELECT state, count(*) FROM cases WHERE \(condition) GROUP BY state",
                in: db
            )
            return CaseCounts(
                states: try Dictionary(uniqueKeysWithValues: states.map(Self.state)),
                materials: try Self.count(asked: "material", where: asked, in: db),
                reasons: try Self.count(asked: "reason", where: asked, in: db)
            )
        }
    }

    private static func state(named name: String, count: Int) throws -> (CaseState, Int) {
        guard let state = CaseState(rawValue: name) else {
            throw RegisterError(.damaged, RegisterFile.name)
        }
        return (state, count)
    }

    private static func count(
        asked column: String,
        where condition: SQL,
        in db: Database
    ) throws -> [String: Int] {
        try count(
            """
            SELECT \(sql: column), count(DISTINCT number) FROM asked
            WHERE \(condition) GROUP BY \(sql: column)
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
