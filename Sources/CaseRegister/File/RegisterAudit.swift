import GRDB
import Registration

/// Replays every case, and compares what stands beside the events with what they say.
struct RegisterAudit {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func run() throws {
        for id in try String.fetchAll(db, sql: "SELECT case_id FROM cases ORDER BY number") {
            guard let stored = try StoredCase(id, in: db) else { continue }
            try check(stored, id)
        }
        try checkTallies()
    }

    private func check(_ stored: StoredCase, _ id: String) throws {
        let state = try stored.replayed()
        let sql = "SELECT state, revision FROM cases WHERE case_id = ?"
        let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
        let isSame = try row.map {
            try $0.decode(String.self, atIndex: 0) == state.state.rawValue
                && $0.decode(Int.self, atIndex: 1) == state.revision
        }
        guard isSame == true, stored.version == stored.events.count else {
            throw RegisterError(.damaged, id)
        }
    }

    private func checkTallies() throws {
        let sql = """
            SELECT (SELECT total(events) FROM tallies) = (SELECT count(*) FROM events)
                AND (SELECT total(items) FROM reason_tallies) = (SELECT count(*) FROM returned_items)
            """
        guard try Bool.fetchOne(db, sql: sql) == true else {
            throw RegisterError(.damaged, RegisterFile.name)
        }
    }
}
