import FoundationEssentials
import GRDB
import Registration

extension CaseRegister {
    /// Shows one case.
    ///
    /// - Parameter id: The id of the case or of one of its dossiers, as a person types it, or the
    ///   beginning of one, if no other begins like it.
    /// - Returns: All that is known of it.
    /// - Throws: A ``RegisterError`` if no case is meant, or several may be.
    public func show(_ id: String) throws(RegisterError) -> RegisteredCase {
        guard let prefix = IDPrefix(id) else { throw RegisterError(.noSuchCase, id) }
        return try reading { db in
            let numbers = try prefix.request.fetchAll(db)
            guard let number = numbers.first, let summary = try CaseSummary.one(number, in: db)
            else { throw RegisterError(.noSuchCase, prefix.letters) }
            guard numbers.count == 1 else { throw RegisterError(.ambiguous, prefix.letters) }
            let events = try RegisteredEvent.all(of: number, in: db)
            let rules = try CaseRules.of(number, in: db)
            return RegisteredCase(
                summary: summary,
                revisions: try RegisteredCase.Revision.all(of: number, in: db),
                events: events,
                state: try .replay(events.map(\.event), rules: rules)
            )
        }
    }

    /// The bytes of the manifest of a registered dossier; nil if it is not registered.
    ///
    /// - Parameter dossierID: The compact id of the dossier.
    /// - Returns: The bytes as they came.
    /// - Throws: A ``RegisterError`` if the register cannot be read.
    public func manifest(of dossierID: String) throws(RegisterError) -> [UInt8]? {
        try reading { db in
            let sql = "SELECT bytes FROM manifests WHERE dossier_id = ?"
            return try Data.fetchOne(db, sql: sql, arguments: [dossierID]).map { [UInt8]($0) }
        }
    }
}

extension IDPrefix {
    /// The numbers of the cases that may be meant, two at most.
    var request: SQLRequest<Int64> { "\(numbers) LIMIT 2" }
}

extension CaseSummary {
    fileprivate static func one(_ number: Int64, in db: Database) throws -> Self? {
        try all(numbers: [number], in: db).first
    }
}

extension CaseRules {
    fileprivate static func of(_ number: Int64, in db: Database) throws -> Self {
        let sql = "SELECT * FROM cases WHERE number = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]) else {
            throw RegisterError(.damaged, RegisterFile.name)
        }
        return try Self(row: row)
    }
}

extension RegisteredCase.Revision {
    fileprivate static func all(of number: Int64, in db: Database) throws -> [Self] {
        let sql = "SELECT * FROM submissions WHERE number = ? ORDER BY revision"
        return try Row.fetchAll(db, sql: sql, arguments: [number]).map { try Self(row: $0) }
    }

    private init(row: Row) throws {
        let archive = ContentHash(bytes: [UInt8](try row.decode(Data.self, forColumn: "archive")))
        guard let archive else { throw RegisterError(.damaged, RegisterFile.name) }
        self.init(
            revision: try row.decode(forColumn: "revision"),
            dossierID: try row.decode(forColumn: "dossier_id"),
            supersedes: try row.decode(forColumn: "supersedes"),
            archive: archive,
            commitment: [UInt8](try row.decode(Data.self, forColumn: "commitment")),
            day: try row.decode(forColumn: "day"),
            received: try row.decode(forColumn: "received")
        )
    }
}
