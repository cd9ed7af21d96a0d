import Glibc

/// The bytes of a file or pipe.
public final class FileChunks: ChunkSource {
    private let descriptor: CInt
    private let isOwned: Bool
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// Opens a regular file.
    ///
    /// - Throws: `FormDataError` if it cannot be opened or is no regular file.
    public init(path: String) throws(FormDataError) {
        // Without O_NONBLOCK a named pipe in the place of the file would be waited for.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        isOwned = true
        guard descriptor >= 0 || errno != ENOENT else {
            throw FormDataError(FormDataFault(.missing))
        }
        guard descriptor >= 0 else { throw Self.failure() }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FormDataError(FormDataFault(.unreadable, values: ["reason": "not a file"]))
        }
    }

    /// Reads from what is open already, such as standard input, and leaves it open.
    public init(borrowing descriptor: CInt) {
        self.descriptor = descriptor
        isOwned = false
    }

    deinit {
        if isOwned, descriptor >= 0 { close(descriptor) }
    }

    /// The next piece.
    ///
    /// - Throws: `FormDataError` if the system cannot read.
    public func next() throws(FormDataError) -> [UInt8]? {
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure() }
            return count == 0 ? nil : Array(buffer.prefix(count))
        }
    }

    private static func failure() -> FormDataError {
        let reason = String(cString: strerror(errno))
        return FormDataError(FormDataFault(.unreadable, values: ["reason": reason]))
    }
}
