import Archiving
import GRDB
import Glibc

/// Where a register lies, and how its file is opened.
struct RegisterFile {
    static let name = "register.sqlite"

    /// The folder of the register.
    let folder: String

    init(in folder: String) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    var path: String { "\(folder)/\(Self.name)" }

    var exists: Bool { access(path, F_OK) == 0 }

    /// The last part of the folder's path, for messages.
    var subject: String { Self.lastPart(of: folder) }

    static func lastPart(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Makes the folder, for its owner alone, unless it is there and empty.
    func makeFolder() throws(RegisterError) {
        guard mkdir(folder, 0o700) != 0 else { return }
        guard errno == EEXIST else {
            throw RegisterError(.cannotWrite, subject, reason: String(cString: strerror(errno)))
        }
        guard isEmpty else { throw RegisterError(.alreadyExists, subject) }
        guard chmod(folder, 0o700) == 0 else {
            throw RegisterError(.cannotWrite, subject, reason: String(cString: strerror(errno)))
        }
    }

    /// Whether nothing is there but hidden files, such as a killed process leaves behind.
    private var isEmpty: Bool {
        guard let listing = opendir(folder) else { return false }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            guard UInt8(bitPattern: entry.pointee.d_name.0) == UInt8(ascii: ".") else {
                return false
            }
        }
        return true
    }

    /// Opens a database file that exists; SQLite makes what lies beside it as private as the file.
    ///
    /// Not by GRDB's own way to write-ahead logging, which turns `synchronous` back to NORMAL and so
    /// would lose the last decisions when the power fails. The indices of 100,000 cases fit into the
    /// cache (in KiB), which grows no larger than what is read.
    static func open(_ path: String, isReadOnly: Bool = false) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(60)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA cache_size = -65536;
                    """
            )
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
