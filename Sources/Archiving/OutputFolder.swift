import Glibc

/// An open folder in which files are made.
final class OutputFolder {
    let descriptor: Int32
    let path: String

    /// Opens a folder.
    ///
    /// - Throws: `ArchiveError` about the file that was to be made there.
    init(_ path: String, for target: String) throws(ArchiveError) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else {
            throw ArchiveError(.cannotWrite, target, reason: systemReason())
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
