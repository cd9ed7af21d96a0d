import CZip
import Glibc
import Registration

/// Reads a zip archive that may be hostile.
///
/// Nothing is ever unpacked to disk. What cannot be trusted is listed in `faults` and kept out of
/// `files`.
@safe
public struct ZipReader: ~Copyable, BagContainer {
    /// All entries whose names are UTF-8, trusted or not, in the directory's order; none if there are
    /// more than allowed.
    public let entries: [ArchiveEntry]
    /// What is wrong with the archive, apart from its bytes.
    public let faults: [BagFault]
    /// The one folder that holds everything; nil when there is none.
    public let rootName: String?
    /// The trusted regular files below the root.
    public let files: [BagFile]
    /// The folders below the root.
    public let folders: Set<ArchivePath>

    private let file: OpenFile
    /// Nil when there are too many entries to let libzip see the archive.
    private let archive: ZipHandle?
    private let records: [ZipDirectory.Record]

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
        // Before libzip, which takes memory for as many entries as the archive claims to have.
        let end = try ZipEnd(of: file)
        let directory = try ZipDirectory(of: file, at: end, entryLimit: limits.entryCount)
        var scrutiny = EntryScrutiny(limits: limits)
        scrutiny.inspect(directory)
        let archive = end.entryCount > limits.entryCount ? nil : try ZipHandle(reading: file)
        let entries = Self.entries(of: archive, directory, into: &scrutiny)
        let layout = scrutiny.layout(of: entries)
        (self.entries, faults) = (entries, scrutiny.faults.faults)
        (rootName, files, folders) = (layout.root?.text, layout.files, layout.folders)
        records = directory.records
        self.file = file
        self.archive = archive
    }

    private static func entries(
        of archive: borrowing ZipHandle?,
        _ directory: ZipDirectory,
        into scrutiny: inout EntryScrutiny
    ) -> [ArchiveEntry] {
        switch archive {
        case .none:
            scrutiny.report(.tooManyEntries, nil)
            return []
        case .some(let archive):
            if directory.records.count != archive.entryCount {
                scrutiny.report(.ambiguousStructure, nil, "number of entries")
            }
            return archive.entries(into: &scrutiny)
        }
    }

    /// Reads an entry in pieces and checks its CRC-32 at the end.
    ///
    /// - Parameters:
    ///   - file: One of `files`.
    ///   - body: Takes each piece.
    /// - Throws: `ArchiveError` when the bytes cannot be unpacked or do not fit size or checksum.
    public func read(_ file: BagFile, _ body: (Span<UInt8>) -> Void) throws(ArchiveError) {
        if let content = storedContent(of: file) {
            return try content.read(in: self.file, subject: file.path.description, body)
        }
        switch archive {
        case .some(let archive): try archive.read(file, body)
        case .none: throw ArchiveError(.noSuchEntry, file.path.description)
        }
    }

    /// Where an entry's bytes lie in the archive; nil if they are packed.
    public func range(of file: BagFile) throws(ArchiveError) -> FileRange? {
        try storedContent(of: file)?.range(in: self.file)
    }

    private func storedContent(of file: BagFile) -> StoredContent? {
        guard records.indices.contains(file.index) else { return nil }
        return StoredContent(records[file.index], size: file.size)
    }
}
