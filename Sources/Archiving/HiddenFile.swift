import CLinux
import Glibc

/// The name, which says nothing, of a file that is not whole yet; without another name it is removed.
final class HiddenFile {
    let folder: OutputFolder
    let name: String
    /// The name that it is to have.
    let target: String
    private var isHidden = true

    /// Takes charge of a file.
    init(_ name: String, in folder: OutputFolder, target: String) {
        self.name = name
        self.folder = folder
        self.target = target
    }

    deinit { if isHidden { unsafe unlinkat(folder.descriptor, name, 0) } }

    /// Gives the file its name.
    func appear(replacing: Bool) throws(ArchiveError) {
        let place = folder.descriptor
        if replacing { try checkTarget() }
        let renameWithoutReplacing: UInt32 = 1
        let flags = replacing ? 0 : renameWithoutReplacing
        if unsafe renameat2(place, name, place, target, flags) == 0 {
            isHidden = false
            return
        }
        guard errno != EEXIST else { throw ArchiveError(.alreadyExists, target) }
        guard !replacing, errno == EINVAL || errno == ENOSYS else { throw failure() }
        // Some file systems cannot tell in one step; there, look first.
        guard unsafe faccessat(place, target, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
            throw ArchiveError(.alreadyExists, target)
        }
        guard unsafe renameat(place, name, place, target) == 0 else { throw failure() }
        isHidden = false
    }

    /// A device or a pipe of that name is never meant to be replaced, whatever the user forces.
    private func checkTarget() throws(ArchiveError) {
        var status = stat()
        let isThere =
            unsafe fstatat(folder.descriptor, target, &status, AT_SYMLINK_NOFOLLOW) == 0
        guard isThere else { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFLNK: return
        default: throw ArchiveError(.notRegularFile, target)
        }
    }

    func failure() -> ArchiveError { ArchiveError(.cannotWrite, target, reason: systemReason()) }
}
