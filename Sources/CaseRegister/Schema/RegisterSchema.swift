import GRDB

/// The tables of the register, and the way to them from every earlier version.
///
/// A migration that has once been published is never edited: a change is another migration.
enum RegisterSchema {
    /// What SQLite writes into the head of the file ("DOSR"), so that it is known for what it is.
    static let applicationID = 0x444F_5352

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: tables + appendOnly) }
        migrator.registerMigration("2") { try $0.execute(sql: lists + figures) }
        return migrator
    }

    /// Makes the tables of a register in an empty file.
    static func create(in queue: DatabaseQueue) throws {
        try queue.write { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
        try migrator.migrate(queue)
    }

    /// Brings a register to the present schema.
    ///
    /// - Throws: A ``RegisterError`` if the file is no register, or one of a newer version.
    static func update(_ queue: DatabaseQueue, subject: String) throws {
        let isComplete = try queue.read { db in
            try check(db, subject: subject)
            return try migrator.hasCompletedMigrations(db)
        }
        if !isComplete { try migrator.migrate(queue) }
    }

    /// Whether the file can be read by this version.
    static func check(_ db: Database, subject: String) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard id == applicationID else { throw RegisterError(.notRegister, subject) }
        let applied = try migrator.appliedIdentifiers(db)
        guard !applied.isEmpty else { throw RegisterError(.notRegister, subject) }
        guard try !migrator.hasBeenSuperseded(db) else {
            let newest = applied.compactMap { Int($0) }.max() ?? 0
            throw RegisterError(.newerSchema, subject, reason: "schema \(newest)")
        }
    }
}
