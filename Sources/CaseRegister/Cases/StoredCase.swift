import GRDB
import Registration

/// A case as it is read in a transaction that is going to change it.
struct StoredCase {
    let number: Int64
    let rules: CaseRules
    let name: String
    let maskedNumber: String
    let version: Int
    let since: Int64
    let events: [RegisteredEvent]

    init?(_ caseID: String, in db: Database) throws {
        let sql = "SELECT * FROM cases WHERE case_id = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [caseID]) else {
            return nil
        }
        number = try row.decode(forColumn: "number")
        rules = try CaseRules(row: row)
        name = try row.decode(forColumn: "name")
        maskedNumber = try row.decode(forColumn: "masked_number")
        version = try row.decode(forColumn: "version")
        since = try row.decode(forColumn: "since")
        events = try RegisteredEvent.all(of: number, in: db)
    }

    /// The state machine after all its events.
    func replayed() throws -> Case { try .replay(events.map(\.event), rules: rules) }

    /// A name that was put right is the same candidate; another name and another number are not.
    func belongs(to bearer: RegisteredSubmission.Bearer) -> Bool {
        name == bearer.name || maskedNumber == bearer.maskedNumber
    }

    /// The first line, from 1, where a log differs from the registered one; nil if one of them goes
    /// on where the other ends.
    func fork(from log: [LoggedEvent]) -> Int? {
        zip(events, log).first { $0.line != $1.line }?.0.place
    }
}

extension CaseRules {
    init(row: Row) throws {
        let scope = LockScope(rawValue: try row.decode(forColumn: "lock_scope"))
        guard let scope else { throw RegisterError(.damaged, RegisterFile.name) }
        self.init(
            lockScope: scope,
            lastDay: try row.decode(forColumn: "last_day"),
            takesLateReplacements: try row.decode(forColumn: "takes_late_replacements")
        )
    }
}
