import Glibc
import Registration

/// Reads a bag that lies as a folder on disk, and never leaves that folder: symbolic links are
/// faults, not ways.
public struct FolderReader: ~Copyable, BagContainer {
    /// The folder's own name.
    public let rootName: String?
    /// The regular files.
    public let files: [BagFile]
    /// The folders, empty ones included.
    public let folders: Set<ArchivePath>
    /// What is wrong with the folder.
    public let faults: [BagFault]

    private let root: Int32

    /// Opens a folder and lists it.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - limits: What is refused as too much.
    /// - Throws: `ArchiveError` when it cannot be opened.
    public init(
        path: String,
        limits: ArchiveLimits = ArchiveLimits()
    ) throws(ArchiveError) {
        let root = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard root >= 0 else {
            throw ArchiveError(.cannotOpen, OpenFile.lastPart(of: path), reason: systemReason())
        }
        self.root = root
        rootName = OpenFile.lastPart(of: path)
        var listing = FolderListing(limits: limits)
        listing.list(root, below: nil)
        listing.inspectNames()
        files = listing.files.sorted { $0.path < $1.path }
        (folders, faults) = (listing.folders, listing.faults)
    }

    deinit { close(root) }

    /// Reads a file in pieces.
    ///
    /// - Parameters:
    ///   - file: One of `files`.
    ///   - body: Takes each piece.
    /// - Throws: `ArchiveError` when it cannot be read, or no way without a link leads to it.
    public func read(_ file: BagFile, _ body: (Span<UInt8>) -> Void) throws(ArchiveError) {
        try opened(file).readToEnd(bufferSize: 131_072, body)
    }

    /// A file as it lies on disk, if a way without a link leads to it.
    public func range(of file: BagFile) throws(ArchiveError) -> FileRange? {
        FileRange(try opened(file))
    }

    private func opened(_ file: BagFile) throws(ArchiveError) -> OpenFile {
        var above = OpenFile(borrowing: root, subject: file.path.description)
        let parts = file.path.parts.map { String(decoding: $0, as: UTF8.self) }
        for part in parts.dropLast() {
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
            let next = unsafe openat(above.descriptor, part, flags)
            guard next >= 0 else {
                throw ArchiveError(.cannotOpen, above.subject, reason: systemReason())
            }
            above = OpenFile(owning: next, subject: above.subject)
        }
        return try OpenFile(
            reading: parts.last ?? "",
            in: above.descriptor,
            following: false,
            subject: above.subject
        )
    }
}
