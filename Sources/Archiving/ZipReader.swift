import CZip
import Glibc
import Registration

/// Reads a zip archive that may be hostile.
///
/// Nothing is ever unpacked to disk. What cannot be trusted is listed in `faults` and kept out of
/// `files`.
@safe
public struct ZipReader: ~Copyable, BagContainer {
    /// All entries whose names are UTF-8, trusted or not, in the directory's order.
    public let entries: [ArchiveEntry]
    /// What is wrong with the archive, apart from its bytes.
    public let faults: [BagFault]
    /// The one folder that holds everything; nil when there is none.
    public let rootName: String?
    /// The trusted regular files below the root.
    public let files: [BagFile]
    /// The folders below the root.
    public let folders: Set<ArchivePath>

    private let archive: ZipHandle
    private let limits: ArchiveLimits

    /// Opens an archive and looks through its directory.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - limits: What is refused as too much.
    /// - Throws: `ArchiveError` when it cannot be opened or is no whole zip archive.
    public init(
        path: String,
        limits: ArchiveLimits = ArchiveLimits()
    ) throws(ArchiveError) {
        let file = try OpenFile(reading: path)
        let descriptor = dup(file.descriptor)
        guard descriptor >= 0 else {
            throw ArchiveError(.cannotOpen, file.subject, reason: systemReason())
        }
        let archive: ZipHandle
        do throws(ArchiveError) {
            archive = try ZipHandle(reading: descriptor, subject: file.subject)
        } catch {
            close(descriptor)
            throw error
        }
        var scrutiny = EntryScrutiny(limits: limits)
        let directory = try? ZipDirectory(of: file, entryLimit: limits.entryCount)
        scrutiny.inspect(directory)
        let entries = archive.entries(limit: limits.entryCount, into: &scrutiny)
        if let directory, directory.records.count != archive.entryCount {
            scrutiny.report(.ambiguousStructure, nil, "number of entries")
        }
        let layout = scrutiny.layout(of: entries)
        (self.entries, faults) = (entries, scrutiny.faults)
        (rootName, files, folders) = (layout.root?.text, layout.files, layout.folders)
        self.archive = archive
        self.limits = limits
    }

    /// Reads an entry in pieces and checks its CRC-32 at the end.
    ///
    /// - Parameters:
    ///   - file: One of `files`.
    ///   - body: Takes each piece.
    /// - Throws: `ArchiveError` when the bytes cannot be unpacked or do not fit size or checksum.
    public func read(_ file: BagFile, _ body: (Span<UInt8>) -> Void) throws(ArchiveError) {
        let subject = file.path.description
        let entry = unsafe archive.with { unsafe zip_fopen_index($0, UInt64(file.index), 0) }
        guard let entry = unsafe entry else {
            throw ArchiveError(.unreadableEntry, subject, reason: archive.lastReason())
        }
        defer { unsafe _ = zip_fclose(entry) }
        var buffer = [UInt8](repeating: 0, count: 131_072)
        var total = 0
        while true {
            let count = unsafe zip_fread(entry, &buffer, UInt64(buffer.count))
            guard count >= 0 else {
                let reason = unsafe String(cString: zip_file_strerror(entry))
                throw ArchiveError(.damagedEntry, subject, reason: reason)
            }
            guard count > 0 else { break }
            total += Int(count)
            guard total <= file.size else { break }
            body(buffer.span.extracting(first: Int(count)))
        }
        guard total == file.size else {
            throw ArchiveError(.damagedEntry, subject, reason: "not the size stated")
        }
    }
}
