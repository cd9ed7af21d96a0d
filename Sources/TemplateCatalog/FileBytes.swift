import Glibc

/// The bytes of a small text file.
enum FileBytes {
    /// The size beyond which no honest template or candidate's file goes.
    static let limit = 1_048_576

    /// Reads a regular file of at most one mebibyte.
    ///
    /// - Parameters:
    ///   - path: Where it lies.
    ///   - name: What to call it in an error.
    /// - Returns: Its bytes.
    /// - Throws: `CatalogError` if it is missing, no regular file, too large or unreadable.
    static func read(_ path: String, named name: String) throws(CatalogError) -> [UInt8] {
        // Without O_NONBLOCK a named pipe in the place of the file would be waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(name) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(name) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw CatalogError(.unreadable, file: name, message: "this is not a regular file")
        }
        return try readAll(descriptor, named: name)
    }

    /// Reads at most one mebibyte from an open file or pipe.
    static func readAll(_ descriptor: CInt, named name: String) throws(CatalogError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(name) }
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= limit else {
                throw CatalogError(
                    .tooLarge,
                    file: name,
                    message: "the file is larger than \(limit) bytes"
                )
            }
        }
    }

    private static func failure(_ name: String) -> CatalogError {
        let code: CatalogError.Code = errno == ENOENT ? .notFound : .unreadable
        return CatalogError(
            code,
            file: name,
            message: CatalogMessage(stringLiteral: String(cString: strerror(errno)))
        )
    }
}
