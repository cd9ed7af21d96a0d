import FoundationEssentials
import GRDB
import Registration

extension RegisterTransaction {
    func insertCase(
        _ submission: RegisteredSubmission,
        _ state: Case,
        at time: Int64
    ) throws -> Int64 {
        let (bearer, rules) = (submission.bearer, submission.rules)
        try db.cachedStatement(
            sql: """
                INSERT INTO cases (case_id, dossier_id, area, year, name, masked_number, search,
                    lock_scope, last_day, takes_late_replacements, state, revision, version, received, since)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            submission.caseID, submission.dossierID, bearer.area, bearer.year, bearer.name,
            bearer.maskedNumber, bearer.search, rules.lockScope.rawValue, rules.lastDay,
            rules.takesLateReplacements, state.state.rawValue, state.revision, submission.log.count,
            time, time,
        ])
        return db.lastInsertedRowID
    }

    func update(
        _ number: Int64,
        _ submission: RegisteredSubmission,
        _ state: Case,
        at time: Int64
    ) throws {
        let (bearer, rules) = (submission.bearer, submission.rules)
        try db.cachedStatement(
            sql: """
                UPDATE cases SET dossier_id = ?, area = ?, year = ?, name = ?, masked_number = ?,
                    search = ?, lock_scope = ?, last_day = ?, takes_late_replacements = ?, state = ?,
                    revision = ?, version = ?, since = ?
                WHERE number = ?
                """
        ).execute(arguments: [
            submission.dossierID, bearer.area, bearer.year, bearer.name, bearer.maskedNumber,
            bearer.search, rules.lockScope.rawValue, rules.lastDay, rules.takesLateReplacements,
            state.state.rawValue, state.revision, submission.log.count, time, number,
        ])
    }

    func insert(_ submission: RegisteredSubmission, of number: Int64, at time: Int64) throws {
        try db.cachedStatement(sql: "INSERT INTO submissions VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [
                number, submission.revision, submission.dossierID, submission.supersedes,
                Data(submission.archive.bytes), Data(submission.bearer.commitment), submission.day,
                time,
            ])
        try db.cachedStatement(sql: "INSERT INTO manifests VALUES (?, ?)")
            .execute(arguments: [submission.dossierID, Data(submission.manifest)])
    }
}

extension RegisteredSubmission.Bearer {
    /// What a text is looked for in.
    fileprivate var search: String { "\(name)\n\(maskedNumber)".lowercased() }
}
