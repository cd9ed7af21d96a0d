/// A file in a bag: its path below the bag's root and its size.
public struct BagFile: Hashable, Sendable {
    /// The path below the bag's root.
    public let path: ArchivePath
    /// The number of bytes.
    public let size: Int
    /// Where the container finds it.
    let index: Int

    /// Names a file of a container that finds it by its path.
    public init(path: ArchivePath, size: Int) { self.init(path: path, size: size, index: 0) }

    init(path: ArchivePath, size: Int, index: Int) {
        (self.path, self.size, self.index) = (path, size, index)
    }
}

/// What a bag lies in: a zip archive with one root folder, or a folder on disk.
///
/// Entries that cannot be trusted are among the faults and not among the files.
public protocol BagContainer: ~Copyable {
    /// The name of the root folder, if the container knows it.
    var rootName: String? { get }
    /// The regular files below the root, in the order of their paths.
    var files: [BagFile] { get }
    /// The folders below the root, those without files included.
    var folders: Set<ArchivePath> { get }
    /// What is wrong with the container itself.
    var faults: [BagFault] { get }

    /// Reads a file in pieces, from its beginning to its end.
    ///
    /// - Parameters:
    ///   - file: One of `files`.
    ///   - body: Takes each piece.
    /// - Throws: `ArchiveError` when the bytes cannot be read or do not fit their checksum; pieces
    ///   taken before that must be dropped.
    func read(_ file: BagFile, _ body: (Span<UInt8>) -> Void) throws(ArchiveError)

    /// Where a file's bytes lie on disk as they are; nothing has compared them with a checksum.
    ///
    /// - Parameter file: One of `files`.
    /// - Throws: `ArchiveError` when it cannot be opened.
    /// - Returns: The place; nil where the bytes are packed, or not on disk.
    func range(of file: BagFile) throws(ArchiveError) -> FileRange?
}

extension BagContainer where Self: ~Copyable {
    /// Nothing, as for a container that is not on disk.
    public func range(of file: BagFile) throws(ArchiveError) -> FileRange? { nil }

    /// The file at a path.
    public func file(at path: ArchivePath) -> BagFile? {
        let files = files
        var (low, high) = (0, files.count)
        while low < high {
            let middle = (low + high) / 2
            if files[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low < files.count && files[low].path == path ? files[low] : nil
    }

    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - file: One of `files`.
    ///   - limit: The most bytes to hold in memory.
    /// - Throws: `ArchiveError` when it is larger, cannot be read, or is damaged.
    /// - Returns: Its bytes.
    public func bytes(of file: BagFile, limit: Int = 64 << 20) throws(ArchiveError) -> [UInt8] {
        guard file.size <= limit else {
            throw ArchiveError(.tooLarge, file.path.description, reason: "\(file.size) bytes")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        try read(file) { piece in
            for index in piece.indices where bytes.count < limit { bytes.append(piece[index]) }
        }
        return bytes
    }
}
