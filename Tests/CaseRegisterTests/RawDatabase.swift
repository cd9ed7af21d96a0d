import Foundation
import GRDB

/// A database file as any program may open it, past the register and its rules.
struct RawDatabase {
    private let queue: DatabaseQueue

    init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

    func execute(_ sql: String) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    func text(_ sql: String) throws -> String? {
        try queue.read { try String.fetchOne($0, sql: sql) }
    }

    /// What SQLite itself says of the whole file.
    var integrity: String? { get throws { try text("PRAGMA integrity_check") } }

    /// The last word about changes that are forbidden.
    static func message(_ work: () throws -> Void) throws -> String? {
        do {
            try work()
            return nil
        } catch let error as DatabaseError {
            return error.message
        }
    }

    /// The SQL text of a schema kept for the tests.
    static func schema(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "Schemas/\(name)"), encoding: .utf8)
    }
}
