import Glibc

/// Reads whole files; the tool holds at most one picture at a time in each worker.
enum FileBytes {
    /// Reads a regular file of at most `limit` bytes.
    ///
    /// - Throws: `PackagingError` naming `subject`, never the full path.
    static func read(
        _ path: String,
        as subject: String,
        limit: Int = 256 << 20
    ) throws(PackagingError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(subject) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(subject) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw PackagingError(.fileUnreadable, subject, reason: "not a regular file")
        }
        let size = Int(status.st_size)
        guard size <= limit else {
            throw PackagingError(.fileUnreadable, subject, reason: "larger than \(limit) bytes")
        }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(
                    descriptor,
                    buffer.baseAddress.map { $0 + count },
                    size - count
                )
                if got < 0, errno == EINTR { continue }
                guard got > 0 else {
                    failed = got < 0
                    break
                }
                count += got
            }
        }
        guard !failed else { throw failure(subject) }
        return bytes
    }

    private static func failure(_ subject: String) -> PackagingError {
        PackagingError(.fileUnreadable, subject, reason: String(cString: strerror(errno)))
    }
}
