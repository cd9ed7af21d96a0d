import Archiving
import Glibc

/// One small file of the store: read whole, written whole or not at all.
struct StoredFile {
    let path: String

    private static let limit = 64 << 20

    /// The content; nil if there is no such file.
    ///
    /// - Throws: A ``TrustError`` if it cannot be read.
    func read() throws(TrustError) -> [UInt8]? {
        // Without O_NONBLOCK a named pipe in the place of the file would be waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure()
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure() }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.limit else {
            throw TrustError(.damaged, path)
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= Self.limit {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure() }
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
        }
        throw TrustError(.damaged, path)
    }

    /// Replaces the content, for the owner's eyes only.
    ///
    /// - Throws: A ``TrustError`` if it cannot be written; what was there stays.
    func write(_ bytes: [UInt8]) throws(TrustError) {
        do throws(ArchiveError) {
            let file = try TemporaryFile(beside: path)
            try file.write(bytes)
            try file.publish(replacing: true)
        } catch {
            throw TrustError(.inaccessible, path, reason: error.reason)
        }
    }

    private func failure() -> TrustError {
        TrustError(.inaccessible, path, reason: String(cString: strerror(errno)))
    }
}
