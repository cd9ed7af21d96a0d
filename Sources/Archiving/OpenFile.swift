import Glibc

/// A file descriptor that is closed when it goes out of use.
struct OpenFile: ~Copyable {
    let descriptor: Int32
    let subject: String
    private let isOwned: Bool

    /// Opens a regular file.
    ///
    /// It does not wait on a pipe that someone put in the file's place.
    init(
        reading path: String,
        in folder: Int32 = AT_FDCWD,
        following: Bool = true,
        subject: String? = nil
    ) throws(ArchiveError) {
        let subject = subject ?? Self.lastPart(of: path)
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (following ? 0 : O_NOFOLLOW)
        let descriptor = unsafe openat(folder, path, flags)
        guard descriptor >= 0 else {
            throw ArchiveError(.cannotOpen, subject, reason: systemReason())
        }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ArchiveError(.notRegularFile, subject)
        }
        self.init(owning: descriptor, subject: subject)
    }

    init(owning descriptor: Int32, subject: String) {
        (self.descriptor, self.subject, isOwned) = (descriptor, subject, true)
    }

    init(borrowing descriptor: Int32, subject: String) {
        (self.descriptor, self.subject, isOwned) = (descriptor, subject, false)
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// The same open file under another descriptor.
    func duplicate() throws(ArchiveError) -> OpenFile {
        let other = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard other >= 0 else { throw ArchiveError(.cannotOpen, subject, reason: systemReason()) }
        return OpenFile(owning: other, subject: subject)
    }

    /// The size now, by the file system.
    var size: Int {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Reads the rest, a buffer at a time.
    func readToEnd(
        bufferSize: Int,
        _ body: (Span<UInt8>) -> Void
    ) throws(ArchiveError) {
        var buffer = [UInt8](repeating: 0, count: bufferSize)
        while true {
            let count = unsafe Glibc.read(descriptor, &buffer, bufferSize)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw ArchiveError(.cannotRead, subject, reason: systemReason())
            }
            guard count > 0 else { return }
            body(buffer.span.extracting(first: count))
        }
    }

    /// Reads bytes at an offset; fewer come back at the end of the file.
    func bytes(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let step = try read(at: offset + filled, into: &buffer, from: filled)
            guard step > 0 else { break }
            filled += step
        }
        buffer.removeLast(count - filled)
        return buffer
    }

    /// Reads once, into the buffer from an index on; how many bytes came, 0 at the end of the file.
    func read(
        at offset: Int,
        into buffer: inout [UInt8],
        from index: Int = 0,
        most: Int = .max
    ) throws(ArchiveError) -> Int {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                let free = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[index...])
                return unsafe pread(
                    descriptor,
                    free.baseAddress,
                    min(free.count, most),
                    off_t(offset)
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw ArchiveError(.cannotRead, subject, reason: systemReason())
            }
            return count
        }
    }

    static func lastPart(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// What `errno` says, in the words of the C locale.
func systemReason(_ code: Int32 = errno) -> String {
    unsafe String(cString: strerror(code))
}
