import CandidateFixtures
import Glibc

/// A file system in memory with little room, where this user may mount one.
struct TinyDisk {
    private let path: String

    static let isMountable: Bool = {
        guard geteuid() == 0, let home = try? TemporaryFolder(),
            let disk = try? TinyDisk(at: home.path, kibibytes: 16)
        else { return false }
        disk.unmount()
        return true
    }()

    init(at path: String, kibibytes: Int) throws {
        self.path = path
        struct Refused: Error {}
        guard mount("none", path, "tmpfs", 0, "size=\(kibibytes)k") == 0 else { throw Refused() }
    }

    func unmount() { umount2(path, CInt(MNT_DETACH)) }
}
