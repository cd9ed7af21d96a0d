import CZip
import Glibc

/// Writes a zip archive whose bytes depend on nothing but its entries and their date.
///
/// Every entry is stored, not deflated: pictures do not shrink, and no compressor's version shows.
/// Nothing stands under the archive's name before `finish()` has written all of it.
@safe
public struct ArchiveWriter: ~Copyable {
    private let archive: ZipHandle
    private let file: TemporaryFile
    private let subject: String
    private let date: EntryDate
    private let replacing: Bool
    private var entries: [EntrySource] = []
    private var names = EntryNames()

    /// Opens a temporary file beside the archive to be.
    ///
    /// - Parameters:
    ///   - path: Where the archive shall stand.
    ///   - date: The date of every entry.
    ///   - replacing: Whether a file of that name may be replaced.
    /// - Throws: `ArchiveError` when nothing can be written there.
    public init(path: String, date: EntryDate, replacing: Bool = false) throws(ArchiveError) {
        let subject = OpenFile.lastPart(of: path)
        let file = try TemporaryFile(beside: path)
        guard let sink = unsafe ArchiveSink(descriptor: file.descriptor).makeSource(),
            let archive = unsafe ZipHandle(writingTo: sink)
        else { throw ArchiveError(.cannotWrite, subject) }
        self.archive = archive
        self.file = file
        (self.subject, self.date, self.replacing) = (subject, date, replacing)
    }

    /// Adds an entry, whose bytes are read only by `finish()`.
    ///
    /// - Parameters:
    ///   - path: Its path; entries come in the order of their bytes.
    ///   - content: Its bytes.
    /// - Throws: `ArchiveError` when the path is unsafe, out of order, or taken.
    public mutating func add(
        _ path: ArchivePath,
        _ content: ArchiveContent
    ) throws(ArchiveError) {
        try names.insert(path)
        let entry = EntrySource(path, content)
        guard let source = unsafe entry.makeSource() else { throw failure() }
        let index = unsafe archive.with {
            unsafe zip_file_add($0, path.text, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        }
        guard index >= 0 else {
            unsafe zip_source_free(source)
            throw failure()
        }
        entries.append(entry)
        try fixHeader(of: UInt64(index))
    }

    /// Writes the archive, brings it to the disk and gives it its name.
    ///
    /// - Parameter whenWhole: Called when all is written, before it has its name.
    /// - Throws: `ArchiveError`, or what `whenWhole` throws; then nothing is left behind.
    ///   `changedWhilePacking` names the entry whose file no longer has the digest that was promised.
    public consuming func finish(whenWhole: () throws -> Void = {}) throws {
        guard !entries.isEmpty else { throw ArchiveError(.emptyArchive, subject) }
        let entries = entries
        let subject = subject
        if let reason = archive.close() {
            let failure = entries.lazy.compactMap(\.failure).first
            throw failure ?? ArchiveError(.cannotWrite, subject, reason: reason)
        }
        try whenWhole()
        try file.publish(replacing: replacing)
    }

    /// Sets everything in an entry's header that libzip would otherwise take from the outside.
    private borrowing func fixHeader(of index: UInt64) throws(ArchiveError) {
        let mode = UInt32(S_IFREG | 0o600) << 16
        let (date, time) = (date.dosDate, date.dosTime)
        let stamp: time_t? = unsafe archive.with { archive in
            var stat = unsafe zip_stat_t()
            guard
                unsafe zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0,
                unsafe zip_file_set_dostime(archive, index, time, date, 0) == 0,
                unsafe zip_file_set_external_attributes(
                    archive,
                    index,
                    0,
                    UInt8(ZIP_OPSYS_UNIX),
                    mode
                ) == 0,
                unsafe zip_stat_index(archive, index, 0, &stat) == 0
            else { return nil }
            return unsafe stat.mtime
        }
        guard let stamp else { throw failure() }
        guard self.date.isLocalNoon(stamp) else {
            throw ArchiveError(.dateOutOfRange, "\(self.date)")
        }
    }

    private borrowing func failure() -> ArchiveError {
        ArchiveError(.cannotWrite, subject, reason: archive.lastReason())
    }
}
