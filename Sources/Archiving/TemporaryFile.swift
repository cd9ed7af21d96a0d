import Glibc

/// A file that is written beside its target under a name that says nothing, and appears under the
/// target's name only when it is whole and on the disk; otherwise it is removed.
public struct TemporaryFile: ~Copyable {
    /// Where its bytes are written.
    public let descriptor: Int32
    /// The path by which it can be read while it lives.
    public let path: String
    private let folder: Int32
    private let name: String
    private let target: String

    /// Makes an empty file in the folder of the target.
    ///
    /// - Throws: `ArchiveError` when nothing can be written there.
    public init(beside path: String) throws(ArchiveError) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folderPath = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let target = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard !target.isEmpty, target != ".", target != ".." else {
            throw ArchiveError(.cannotWrite, path, reason: systemReason(EISDIR))
        }
        let folder = unsafe open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            throw ArchiveError(.cannotWrite, target, reason: systemReason())
        }
        let name = ".packing-" + String(UInt64.random(in: .min ... .max), radix: 16)
        let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let descriptor = unsafe openat(folder, name, flags, 0o600)
        guard descriptor >= 0 else {
            let reason = systemReason()
            close(folder)
            throw ArchiveError(.cannotWrite, target, reason: reason)
        }
        // The umask may have taken even the owner's bits.
        fchmod(descriptor, 0o600)
        (self.descriptor, self.folder) = (descriptor, folder)
        (self.name, self.target) = (name, target)
        self.path = "\(folderPath)/\(name)"
    }

    deinit {
        close(descriptor)
        // Gone already after a rename, and never another's: the name is random.
        unsafe unlinkat(folder, name, 0)
        close(folder)
    }

    /// Adds bytes.
    ///
    /// - Throws: `ArchiveError` if the system does not take them.
    public borrowing func write(_ bytes: [UInt8]) throws(ArchiveError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if taken < 0, errno == EINTR { continue }
            guard taken > 0 else { throw failure() }
            rest = rest.dropFirst(taken)
        }
    }

    /// Brings the file to the disk and gives it its name.
    ///
    /// - Parameters:
    ///   - replacing: Whether it may take the place of another.
    ///   - isOneOfMany: Whether the name may come to the disk later, by `syncFolder(_:)`.
    /// - Throws: `ArchiveError`; the file is then removed.
    public consuming func publish(
        replacing: Bool,
        isOneOfMany: Bool = false
    ) throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw failure() }
        try rename(replacing: replacing)
        guard !isOneOfMany else { return }
        guard fsync(folder) == 0 || errno == EINVAL else { throw failure() }
    }

    /// Brings the names in a folder to the disk.
    ///
    /// - Throws: `ArchiveError` when the system does not.
    public static func syncFolder(_ path: String) throws(ArchiveError) {
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if folder >= 0 { close(folder) } }
        guard folder >= 0, fsync(folder) == 0 || errno == EINVAL else {
            throw ArchiveError(.cannotWrite, path, reason: systemReason())
        }
    }

    private borrowing func rename(replacing: Bool) throws(ArchiveError) {
        if !replacing {
            // A link, unlike a rename, never replaces; the temporary name goes with `deinit`.
            if unsafe linkat(folder, name, folder, target, 0) == 0 { return }
            guard errno != EEXIST else { throw ArchiveError(.alreadyExists, target) }
            // Some file systems have no links; there, look first.
            guard unsafe faccessat(folder, target, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
                throw ArchiveError(.alreadyExists, target)
            }
        }
        guard unsafe renameat(folder, name, folder, target) == 0 else { throw failure() }
    }

    private borrowing func failure() -> ArchiveError {
        ArchiveError(.cannotWrite, target, reason: systemReason())
    }
}
