import Archiving
import GRDB
import Glibc

extension RegisterFile {
    static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// Copies a database into an empty file, whole and checked, with nothing left beside it.
    static func fill(_ path: String, from source: DatabaseQueue, subject: String) throws {
        let copy = try open(path)
        try source.backup(to: copy)
        // The copy logs ahead as its source does, and would leave a second file beside it.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.read { try check($0, subject: subject) }
        try copy.close()
    }

    /// Whether the file is a register, and whole.
    static func check(_ db: Database, subject: String) throws {
        try RegisterSchema.check(db, subject: subject)
        let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
        guard faults == ["ok"] else { throw RegisterError(.damaged, subject) }
        guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
            throw RegisterError(.damaged, subject)
        }
    }

    /// Becomes a copy of another register, which is whole.
    func take(_ source: DatabaseQueue) throws {
        guard exists else { return try begin(with: source) }
        guard let queue = try? sound() else {
            try setAside()
            return try begin(with: source)
        }
        try source.backup(to: queue)
        try queue.close()
    }

    /// The register that is there; throws if SQLite cannot make anything of it.
    private func sound() throws -> DatabaseQueue {
        let queue = try Self.open(path)
        let faults = try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
        guard faults == ["ok"] else { throw RegisterError(.damaged, Self.name) }
        return queue
    }

    private func begin(with source: DatabaseQueue) throws {
        if access(folder, F_OK) != 0 { try makeFolder() }
        let new = try TemporaryFile(beside: path)
        try Self.fill(new.path, from: source, subject: Self.name)
        try new.publish(replacing: false)
    }

    /// Gives what is there another name; its log goes along, for a new file must not meet it.
    private func setAside() throws(RegisterError) {
        for suffix in ["-wal", "-shm", ""] where access(path + suffix, F_OK) == 0 {
            guard rename(path + suffix, "\(path).damaged\(suffix)") == 0 else {
                throw RegisterError(.cannotWrite, Self.name)
            }
        }
    }
}
