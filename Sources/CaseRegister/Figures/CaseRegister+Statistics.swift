import GRDB

extension CaseRegister {
    /// What this office did since the register was made.
    ///
    /// - Throws: A ``RegisterError`` if the register cannot be read.
    public func statistics() throws(RegisterError) -> CaseStatistics {
        try reading { db in
            let table = try StatisticsTable(db)
            return CaseStatistics(
                days: table.days,
                reviewers: table.reviewers,
                reasons: try Self.reasons(db),
                firstSubmissions: table.firstSubmissions,
                medianWait: try Self.medianWait(db)
            )
        }
    }

    private static func reasons(_ db: Database) throws -> [String: Int] {
        var reasons: [String: Int] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT reason, items FROM reason_tallies") {
            reasons[try row.decode(atIndex: 0)] = try row.decode(atIndex: 1)
        }
        return reasons
    }

    /// The middle one, or the mean of the two in the middle.
    private static func medianWait(_ db: Database) throws -> Int64? {
        let sql = """
            WITH waits AS (SELECT waited FROM events WHERE waited IS NOT NULL),
                size (n) AS (SELECT count(*) FROM waits)
            SELECT waited FROM waits ORDER BY waited
            LIMIT 2 - (SELECT n FROM size) % 2 OFFSET ((SELECT n FROM size) - 1) / 2
            """
        let middle = try Int64.fetchAll(db, sql: sql)
        return middle.isEmpty ? nil : middle.reduce(0, +) / Int64(middle.count)
    }
}
