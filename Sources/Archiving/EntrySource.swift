import CZip
import Glibc
import Registration

/// The bytes of one entry as libzip asks for them, hashed on their way into the archive.
final class EntrySource: ZipSource {
    /// Why the bytes could not be given, kept because libzip's error has no room for it.
    private(set) var failure: ArchiveError?

    private let path: ArchivePath
    private let content: ArchiveContent
    private let size: Int
    private var descriptor: Int32 = -1
    private var position = 0
    private var sum = RunningDigest()

    init(_ path: ArchivePath, _ content: ArchiveContent) {
        self.path = path
        self.content = content
        size = content.size.rawValue
    }

    deinit { closeFile() }

    override func perform(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawPointer?,
        _ length: UInt64
    ) -> Int64 {
        switch command {
        case ZIP_SOURCE_OPEN: return begin()
        case ZIP_SOURCE_READ: return unsafe read(into: data, Int(clamping: length))
        case ZIP_SOURCE_CLOSE: return closeFile()
        case ZIP_SOURCE_STAT: return unsafe describe(in: data, length)
        case ZIP_SOURCE_ERROR:
            return unsafe report((failure == nil ? ZIP_ER_OK : ZIP_ER_CHANGED, 0), in: data, length)
        default: return -1
        }
    }

    private func begin() -> Int64 {
        closeFile()
        (position, sum) = (0, RunningDigest())
        guard case .file(let file, _) = content else { return 0 }
        descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            return fail(ArchiveError(.cannotOpen, path.description, reason: systemReason()))
        }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return fail(ArchiveError(.notRegularFile, path.description))
        }
        return Int(status.st_size) == size ? 0 : failChanged()
    }

    private func read(into data: UnsafeMutableRawPointer?, _ capacity: Int) -> Int64 {
        switch content {
        case .bytes(let bytes):
            let count = min(capacity, size - position)
            unsafe bytes.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, count > 0 else { return }
                unsafe data?.copyMemory(from: start + position, byteCount: count)
            }
            position += count
            return Int64(count)
        case .file(_, let promise):
            var count = unsafe Glibc.read(descriptor, data, capacity)
            while count < 0, errno == EINTR {
                count = unsafe Glibc.read(descriptor, data, capacity)
            }
            guard count >= 0 else {
                return fail(ArchiveError(.cannotRead, path.description, reason: systemReason()))
            }
            guard count > 0 else { return sum.finish() == promise ? 0 : failChanged() }
            unsafe sum.update(UnsafeRawBufferPointer(start: data, count: count))
            return sum.count <= size ? Int64(count) : failChanged()
        }
    }

    @discardableResult
    private func closeFile() -> Int64 {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        return 0
    }

    private func describe(in data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        guard let data = unsafe data, unsafe length >= MemoryLayout<zip_stat_t>.size else {
            return -1
        }
        var stat = unsafe zip_stat_t()
        unsafe zip_stat_init(&stat)
        unsafe stat.size = UInt64(size)
        unsafe stat.valid = UInt64(ZIP_STAT_SIZE)
        unsafe data.storeBytes(of: stat, as: zip_stat_t.self)
        return unsafe Int64(MemoryLayout<zip_stat_t>.size)
    }

    private func failChanged() -> Int64 {
        fail(ArchiveError(.changedWhilePacking, path.description))
    }

    private func fail(_ error: ArchiveError) -> Int64 {
        failure = failure ?? error
        return -1
    }
}
