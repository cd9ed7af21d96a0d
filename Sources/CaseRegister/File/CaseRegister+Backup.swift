import Archiving
import GRDB

extension CaseRegister {
    /// Copies the register as it is at one moment into one file, while others go on using it.
    ///
    /// The file, for its owner alone, appears only when it is whole, checked and on the disk.
    ///
    /// - Parameters:
    ///   - path: Where the copy is to be.
    ///   - replaces: Whether a file of this name is replaced.
    /// - Throws: A ``RegisterError`` if nothing can be written there, or the register is damaged.
    public func backup(to path: String, replaces: Bool = false) throws(RegisterError) {
        try RegisterError.translating(subject) {
            let copy = try TemporaryFile(beside: path)
            try RegisterFile.fill(copy.path, from: queue, subject: subject)
            try copy.publish(replacing: replaces)
        }
    }

    /// Makes a register from a backup.
    ///
    /// A register that is there is replaced within SQLite's own locks, so that processes which have
    /// it open go on with the restored one. One that is too damaged for that is set aside as
    /// `register.sqlite.damaged`.
    ///
    /// - Parameters:
    ///   - path: The backup.
    ///   - folder: The folder of the register; it is made if there is none.
    ///   - replaces: Whether a register that is there is replaced.
    /// - Throws: A ``RegisterError`` if the backup is no whole register of a known schema, or there is
    ///   a register that is not to be replaced. Nothing is changed then.
    public static func restore(
        from path: String,
        to folder: String,
        replaces: Bool = false
    ) throws(RegisterError) {
        let file = RegisterFile(in: folder)
        let name = RegisterFile.lastPart(of: path)
        guard replaces || !file.exists else { throw RegisterError(.alreadyExists, file.subject) }
        guard RegisterFile.isReadable(path) else { throw RegisterError(.cannotOpen, name) }
        let backup = try RegisterError.translating(name) {
            let backup = try RegisterFile.open(path, isReadOnly: true)
            try backup.read { try RegisterFile.check($0, subject: name) }
            return backup
        }
        try RegisterError.translating(RegisterFile.name) { try file.take(backup) }
        // Brings it to the present schema, too.
        _ = try CaseRegister(opening: folder)
    }

    /// Goes through the whole file, and through every case's events.
    ///
    /// - Throws: A ``RegisterError`` of code `damaged` if anything does not agree with the rest.
    public func check() throws(RegisterError) {
        try reading { db in
            try RegisterFile.check(db, subject: subject)
            try RegisterAudit(db).run()
        }
    }

    /// How the file is written: the journal's mode, and SQLite's `synchronous`.
    package var durability: [String] {
        get throws(RegisterError) {
            try RegisterError.translating(subject) {
                try queue.writeWithoutTransaction { db in
                    try ["journal_mode", "synchronous"].compactMap {
                        try String.fetchOne(db, sql: "PRAGMA \($0)")
                    }
                }
            }
        }
    }
}
