import Archiving
import GRDB

/// An office's register of cases: one SQLite file in a folder of its own.
///
/// Many processes may use it at once. What was acknowledged is on the disk.
public final class CaseRegister: Sendable {
    /// The office whose register it is.
    public let office: OfficeSettings
    /// The last part of the folder's path, for messages.
    let subject: String
    let queue: DatabaseQueue

    /// Opens a register, and brings it to the present schema if it is of an earlier one.
    ///
    /// - Parameter folder: The path of the register's folder.
    /// - Throws: A ``RegisterError`` if there is none, or none that this version can read.
    public init(opening folder: String) throws(RegisterError) {
        let file = RegisterFile(in: folder)
        guard file.exists else { throw RegisterError(.noRegister, file.subject) }
        subject = RegisterFile.name
        (queue, office) = try RegisterError.translating(subject) {
            let queue = try RegisterFile.open(file.path)
            try RegisterSchema.update(queue, subject: RegisterFile.name)
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            return (queue, try queue.read { try OfficeSettings(stored: $0) })
        }
    }

    /// Makes a register in a folder that does not exist yet, or is empty.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder; only its owner will be able to enter it.
    ///   - office: Whose register it is.
    ///   - time: The time now, in seconds since 1970-01-01T00:00:00Z.
    /// - Throws: A ``RegisterError`` if the folder holds something, or nothing can be written there.
    public convenience init(
        creating folder: String,
        office: OfficeSettings,
        at time: Int64
    ) throws(RegisterError) {
        let file = RegisterFile(in: folder)
        try file.makeFolder()
        try RegisterError.translating(file.subject) {
            let new = try TemporaryFile(beside: file.path)
            let queue = try RegisterFile.open(new.path)
            try RegisterSchema.create(in: queue)
            try queue.write { try office.store(in: $0, at: time) }
            try queue.close()
            try new.publish(replacing: false)
        }
        try self.init(opening: folder)
    }

    /// Looks at one state of the register, whatever others write meanwhile.
    func reading<Result>(
        _ work: (Database) throws -> Result
    ) throws(RegisterError) -> Result {
        try RegisterError.translating(subject) { try queue.read(work) }
    }

    /// Changes the register wholly or not at all.
    func writing<Result>(
        _ work: (RegisterTransaction) throws -> Result
    ) throws(RegisterError) -> Result {
        try RegisterError.translating(subject) {
            try queue.write { try work(RegisterTransaction($0, office: office)) }
        }
    }
}
