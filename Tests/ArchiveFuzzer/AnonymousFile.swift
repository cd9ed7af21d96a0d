import Glibc

/// A file in memory that has a path, for code that opens files.
struct AnonymousFile {
    let path: String
    private let descriptor: Int32

    init() {
        let name = "/dev/shm/dossier-fuzz-\(getpid())"
        descriptor = unsafe open(name, O_RDWR | O_CREAT | O_TRUNC, 0o600)
        unsafe unlink(name)
        path = "/proc/self/fd/\(descriptor)"
        precondition(descriptor >= 0, "there is no file in memory")
    }

    /// Replaces all of it.
    func write(_ bytes: [UInt8]) {
        precondition(ftruncate(descriptor, 0) == 0)
        precondition(unsafe pwrite(descriptor, bytes, bytes.count, 0) == bytes.count)
    }
}
