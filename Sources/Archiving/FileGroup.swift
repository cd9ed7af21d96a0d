import CLinux
import Glibc

/// Files of one folder that come to the disk together, and only then get their names.
///
/// To wait for the disk after each file takes twenty times as long, and a sixth of the work of making a
/// form; what other programs write to the same file system must be waited for, though.
public final class FileGroup {
    private let folder: OutputFolder
    private var waiting: [(file: HiddenFile, replaces: Bool)] = []

    /// Begins a group without files.
    ///
    /// - Throws: `ArchiveError` when the folder cannot be opened.
    public init(in folder: String) throws(ArchiveError) {
        self.folder = try OutputFolder(folder, for: folder)
    }

    /// Makes an empty file, which is none of the group's until it is added.
    ///
    /// - Throws: `ArchiveError` when nothing can be written there.
    public func makeFile(named name: String) throws(ArchiveError) -> TemporaryFile {
        try TemporaryFile(named: name, in: folder)
    }

    /// Adds a file that is whole.
    public func add(_ file: consuming TemporaryFile, replacing: Bool) {
        waiting.append((file.hidden, replacing))
    }

    /// Brings the files to the disk and gives them their names, but for those whose names are taken.
    ///
    /// The names come to the disk later, by `syncNames()`.
    ///
    /// - Returns: For each file in the order of adding why it did not get its name; nil where it did.
    /// - Throws: `ArchiveError` when the disk does not take the files, which are then removed.
    public func publish() throws(ArchiveError) -> [ArchiveError?] {
        let files = waiting
        waiting = []
        guard let first = files.first else { return [] }
        guard syncfs(folder.descriptor) == 0 else { throw first.file.failure() }
        var faults: [ArchiveError?] = []
        for (file, replaces) in files {
            do {
                try file.appear(replacing: replaces)
                faults.append(nil)
            } catch {
                faults.append(error)
            }
        }
        return faults
    }

    /// Brings the names in the folder to the disk.
    ///
    /// - Throws: `ArchiveError` when the system does not.
    public func syncNames() throws(ArchiveError) {
        guard fsync(folder.descriptor) == 0 || errno == EINVAL else {
            throw ArchiveError(.cannotWrite, folder.path, reason: systemReason())
        }
    }
}
