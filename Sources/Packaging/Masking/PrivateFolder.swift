import Glibc

/// A folder that nobody else may read, which goes with this value and takes its files along.
struct PrivateFolder: ~Copyable {
    /// Where it lies.
    let path: String
    private var files: [String] = []

    /// Makes an empty one.
    init(in parent: String) throws(PackagingError) {
        path = "\(parent)/.masking-" + String(UInt64.random(in: .min ... .max), radix: 16)
        guard mkdir(path, 0o700) == 0 else {
            throw PackagingError(.outputFailed, parent, reason: String(cString: strerror(errno)))
        }
    }

    deinit {
        for file in files { unlink("\(path)/\(file)") }
        rmdir(path)
    }

    /// A path for a file that somebody else will make; it goes with the folder.
    mutating func place() -> String {
        let name = String(files.count + 1)
        files.append(name)
        return "\(path)/\(name)"
    }

    /// Writes a file that only its owner may read; its name.
    mutating func write(_ bytes: [UInt8]) throws(PackagingError) -> String {
        let name = String(files.count + 1)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let descriptor = open("\(path)/\(name)", flags, 0o600)
        guard descriptor >= 0 else { throw failure() }
        files.append(name)
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            written += count
        }
        return name
    }

    private func failure() -> PackagingError {
        PackagingError(
            .outputFailed,
            "a masked picture",
            reason: String(cString: strerror(errno))
        )
    }
}
