import Archiving
import Glibc

/// Where a case's log lies, and how its files are made.
struct LogFolder {
    static let logName = "log.jsonl"
    static let headName = "head.json"
    /// The largest log that is read: a hundred thousand lines.
    private static let limit = 64 << 20

    let path: String

    /// Makes the folder if it is not there, for its owner alone.
    func make() throws(LogError) {
        guard mkdir(path, 0o700) == 0 else {
            guard errno == EEXIST else { throw Self.failure(.cannotWrite, path) }
            return
        }
        // Or a crash could take the folder away, and what is in it.
        try sync("\(path)/..")
    }

    /// Opens the log, and keeps other processes out of it.
    func open(creating: Bool) throws(LogError) -> CInt {
        let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (creating ? O_CREAT : 0)
        let descriptor = Glibc.open("\(path)/\(Self.logName)", flags, 0o600)
        guard descriptor >= 0 else { throw Self.failure(.unreadable, Self.logName) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let busy = Self.failure(.busy, Self.logName)
            close(descriptor)
            throw busy
        }
        return descriptor
    }

    /// Reads the log.
    func text() throws(LogError) -> LogText { LogText(try bytes(of: Self.logName)) }

    /// Reads how far the log goes; nil before its first line.
    func head() throws(LogError) -> LogHead? {
        let file = "\(path)/\(Self.headName)"
        guard access(file, F_OK) == 0 || errno != ENOENT else { return nil }
        guard let head = LogHead(parsing: try bytes(of: Self.headName)) else {
            throw LogError(.damaged, Self.headName)
        }
        return head
    }

    /// Writes how far the log goes, whole or not at all.
    func write(_ head: LogHead) throws(LogError) {
        do {
            let file = try TemporaryFile(beside: "\(path)/\(Self.headName)")
            try file.write(head.bytes)
            try file.publish(replacing: true)
        } catch {
            throw LogError(.cannotWrite, Self.headName, reason: error.reason)
        }
    }

    private func bytes(of name: String) throws(LogError) -> [UInt8] {
        do {
            return try WholeFile.read("\(path)/\(name)", limit: Self.limit)
        } catch {
            throw LogError(.unreadable, name, reason: error.reason)
        }
    }

    private func sync(_ folder: String) throws(LogError) {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(.cannotWrite, folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw Self.failure(.cannotWrite, folder)
        }
    }

    /// An error with what the system says; a folder's name may be somebody's and is not told.
    static func failure(_ code: LogError.Code, _ subject: String) -> LogError {
        let reason = String(cString: strerror(errno))
        return LogError(code, subject.contains("/") ? "" : subject, reason: reason)
    }
}
