import Glibc

/// A file in memory, read piece by piece where something looks at it.
@safe struct MappedFile: ~Copyable {
    private let start: UnsafeMutableRawPointer
    let count: Int

    /// Maps a file; nil if it cannot be read.
    init?(_ path: String) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size > 0,
            let start = unsafe mmap(
                nil,
                Int(status.st_size),
                PROT_READ,
                MAP_PRIVATE,
                descriptor,
                0
            ), unsafe start != MAP_FAILED
        else { return nil }
        unsafe self.start = start
        count = Int(status.st_size)
    }

    deinit { unsafe munmap(start, count) }

    /// The bytes, as long as this is there.
    var bytes: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: start, count: count)
    }

    /// Lets go of what was looked at: the system reads it again if it is wanted.
    func release() { unsafe madvise(start, count, MADV_DONTNEED) }
}
