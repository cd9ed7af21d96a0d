package import Archiving
import Glibc
import PDFReading

/// An archive open for reading, packed or unpacked.
package enum OpenedArchive: ~Copyable {
    case packed(ZipReader)
    case unpacked(FolderReader)

    /// Opens a zip file, or a folder.
    ///
    /// - Throws: `ArchiveError` if it cannot be opened.
    package init(_ path: String) throws(ArchiveError) {
        var status = stat()
        let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        if isFolder {
            self = .unpacked(try FolderReader(path: path))
        } else {
            self = .packed(try ZipReader(path: path))
        }
    }

    /// The bytes of a file below the root.
    ///
    /// - Throws: `PackagingError` if there is none, `ArchiveError` if it cannot be read.
    package borrowing func bytes(of path: String, limit: Int = 256 << 20) throws -> [UInt8] {
        switch self {
        case .packed(let bag): try bag.bytes(of: bag.listed(path), limit: limit)
        case .unpacked(let bag): try bag.bytes(of: bag.listed(path), limit: limit)
        }
    }

    /// A PDF below the root, of which only what is looked at comes into memory.
    ///
    /// - Throws: `PackagingError` if there is none, `ArchiveError` or `PDFReadingError` if it cannot be read.
    borrowing func document(_ path: String) throws -> PDFDocument {
        switch self {
        case .packed(let bag): try bag.document(path)
        case .unpacked(let bag): try bag.document(path)
        }
    }
}

extension BagContainer where Self: ~Copyable {
    fileprivate borrowing func listed(_ path: String) throws(PackagingError) -> BagFile {
        guard let file = file(at: ArchivePath(path)) else {
            throw PackagingError(.archiveChanged, path)
        }
        return file
    }

    fileprivate borrowing func document(_ path: String) throws -> PDFDocument {
        let file = try listed(path)
        var limits = PDFLimits()
        limits.fileBytes = 1 << 30
        guard let range = try range(of: file) else {
            return try PDFDocument(bytes: try bytes(of: file, limit: 256 << 20), limits: limits)
        }
        let bytes = try PDFBytes(
            duplicating: range.descriptor,
            offset: range.offset,
            count: range.count
        )
        return try PDFDocument(bytes, limits: limits)
    }
}
