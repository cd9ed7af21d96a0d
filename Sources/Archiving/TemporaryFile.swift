import Glibc

/// A file that is written beside its target under a name that says nothing, and appears under the
/// target's name only when it is whole and on the disk; otherwise it is removed.
public struct TemporaryFile: ~Copyable {
    /// Where its bytes are written.
    public let descriptor: Int32
    let hidden: HiddenFile

    /// Makes an empty file in the folder of the target.
    ///
    /// - Throws: `ArchiveError` when nothing can be written there.
    public init(beside path: String) throws(ArchiveError) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let target = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard !target.isEmpty, target != ".", target != ".." else {
            throw ArchiveError(.cannotWrite, path, reason: systemReason(EISDIR))
        }
        try self.init(named: target, in: OutputFolder(folder, for: target))
    }

    init(named target: String, in folder: OutputFolder) throws(ArchiveError) {
        let name = ".packing-" + String(UInt64.random(in: .min ... .max), radix: 16)
        let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        descriptor = unsafe openat(folder.descriptor, name, flags, 0o600)
        guard descriptor >= 0 else {
            throw ArchiveError(.cannotWrite, target, reason: systemReason())
        }
        // The umask may have taken even the owner's bits.
        fchmod(descriptor, 0o600)
        hidden = HiddenFile(name, in: folder, target: target)
    }

    deinit { close(descriptor) }

    /// The path by which it can be read while it lives.
    public var path: String { "\(hidden.folder.path)/\(hidden.name)" }

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
            guard taken > 0 else { throw hidden.failure() }
            rest = rest.dropFirst(taken)
        }
    }

    /// Brings the file to the disk and gives it its name.
    ///
    /// - Throws: `ArchiveError`; the file is then removed.
    public consuming func publish(replacing: Bool) throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw hidden.failure() }
        try hidden.appear(replacing: replacing)
        guard fsync(hidden.folder.descriptor) == 0 || errno == EINVAL else {
            throw hidden.failure()
        }
    }
}
