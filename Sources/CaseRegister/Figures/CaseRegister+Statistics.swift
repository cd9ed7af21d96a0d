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
        let waits = "FROM events WHERE waited IS NOT NULL"
        let count = try Int.fetchOne(db, sql: "SELECT count(*) \(waits)") ?? 0
        guard count > 0 else { return nil }
        let middle = try Int64.fetchAll(
            db,
            sql: "SELECT waited \(waits) ORDER BY waited LIMIT ? OFFSET ?",
            arguments: [2 - count % 2, (count - 1) / 2]
        )
        guard let shorter = middle.first, let longer = middle.last else { return nil }
        return shorter + (longer - shorter) / 2
    }
}
