import Glibc

/// A file that only its owner may read and that must not be there yet.
enum PrivateFile {
    /// Writes a file.
    ///
    /// - Parameters:
    ///   - bytes: What it holds.
    ///   - path: Where it is made.
    ///   - subject: What to call it in an error; no personal data.
    /// - Throws: `PackagingError` if the system does not take it; what was written then stays.
    static func write(
        _ bytes: [UInt8],
        to path: String,
        as subject: String
    ) throws(PackagingError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw failure(subject) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(subject) }
            written += count
        }
    }

    private static func failure(_ subject: String) -> PackagingError {
        PackagingError(.outputFailed, subject, reason: String(cString: strerror(errno)))
    }
}
