import Glibc
public import Registration
public import Sealing

/// The log of a case in its folder, open for this process alone: `log.jsonl`, and `head.json`, which
/// says how far it goes.
///
/// An event that was added is on the disk. What a crash left of one that was not is taken out when the
/// log is opened; an event that was written whole, though nobody was told so, stays.
public struct LogFile: ~Copyable {
    /// The events.
    public private(set) var entries: [LogEntry]
    /// The case as it stands after them.
    public private(set) var standing: Case
    /// How many bytes of a line that was not written to its end were taken out.
    public let recoveredBytes: Int

    private let folder: LogFolder
    private let descriptor: CInt

    /// Opens a log.
    ///
    /// - Parameters:
    ///   - path: The folder that it lies in.
    ///   - rules: What the area says of cases.
    ///   - creating: Whether a folder and log that are not there shall be made.
    /// - Throws: A ``LogError``; one of code `damaged` names every line that is not as it was left.
    public init(in path: String, rules: CaseRules, creating: Bool = false) throws(LogError) {
        let folder = LogFolder(path: path)
        if creating { try folder.make() }
        let descriptor = try folder.open(creating: creating)
        do throws(LogError) {
            let content = try LogContent(folder, rules: rules)
            try Self.cut(descriptor, to: content.length, of: content.fileLength)
            if let head = content.newHead { try folder.write(head) }
            entries = content.entries
            standing = content.standing
            recoveredBytes = content.fileLength - content.length
        } catch {
            close(descriptor)
            throw error
        }
        self.folder = folder
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// How far the log goes; nil before the first event.
    public var head: LogHead? { entries.last.map { LogHead($0) } }

    /// Adds an event.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - key: The office's key if the event is an office's.
    /// - Returns: Its line, which is on the disk.
    /// - Throws: A ``LogError``, one of code `refused` if the event cannot happen; the log is then as it
    ///   was, unless the system failed again in restoring it, and then the next opening does.
    @discardableResult
    public mutating func append(
        _ event: CaseEvent,
        sealedBy key: SigningKey? = nil
    ) throws(LogError) -> LogEntry {
        let entry = try LogEntry(event, after: entries.last, sealedBy: key)
        try add(entry)
        return entry
    }

    /// Adds lines that came from elsewhere; those that are here already are passed over.
    ///
    /// Whether their signatures are good is for the caller to check before.
    ///
    /// - Parameter received: Lines of the same case, in order.
    /// - Returns: How many were added.
    /// - Throws: A ``LogError``: `forked` with the line where the two part, `gap` if some are missing
    ///   between; the lines before the one that does not fit are then added.
    @discardableResult
    public mutating func append(received: [LogEntry]) throws(LogError) -> Int {
        let before = entries.count
        for entry in received {
            if entries.indices.contains(entry.seq - 1) {
                guard entries[entry.seq - 1].hash == entry.hash else {
                    throw LogError(.forked, line: entry.seq)
                }
                continue
            }
            guard entry.seq == entries.count + 1 else { throw LogError(.gap, line: entry.seq) }
            guard entry.follows(entries.last) else { throw LogError(.forked, line: entry.seq - 1) }
            try add(entry)
        }
        return entries.count - before
    }

    private mutating func add(_ entry: LogEntry) throws(LogError) {
        guard !entry.event.isOffices || entry.seal != nil else {
            throw LogError(.unsealed, line: entry.seq)
        }
        var next = standing
        do {
            try next.apply(entry.event)
        } catch {
            throw LogError(.refused, line: entry.seq, refusal: error)
        }
        let length = lseek(descriptor, 0, SEEK_END)
        guard length >= 0 else { throw LogFolder.failure(.cannotWrite, LogFolder.logName) }
        do throws(LogError) {
            try write(LogText.bytes(of: [entry.bytes]))
            try folder.write(LogHead(entry))
        } catch {
            // Nobody was told of the line; if it cannot be taken out, the next opening sees to it.
            ftruncate(descriptor, length)
            throw error
        }
        entries.append(entry)
        standing = next
    }

    private func write(_ bytes: [UInt8]) throws(LogError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if taken < 0, errno == EINTR { continue }
            guard taken > 0 else { throw LogFolder.failure(.cannotWrite, LogFolder.logName) }
            rest = rest.dropFirst(taken)
        }
        guard fsync(descriptor) == 0 else {
            throw LogFolder.failure(.cannotWrite, LogFolder.logName)
        }
    }

    private static func cut(
        _ descriptor: CInt,
        to length: Int,
        of fileLength: Int
    ) throws(LogError) {
        guard length < fileLength else { return }
        guard ftruncate(descriptor, off_t(length)) == 0, fsync(descriptor) == 0 else {
            throw LogFolder.failure(.cannotWrite, LogFolder.logName)
        }
    }
}
