import CZip
import Glibc

/// What libzip writes an archive into: a file that we opened, so that its name, its mode and what
/// becomes of it on a failure stay ours.
final class ArchiveSink: ZipSource {
    private let descriptor: Int32
    private var offset: Int64 = 0
    private var lastError = (zip: Int32(0), system: Int32(0))

    init(descriptor: Int32) { self.descriptor = descriptor }

    override func perform(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawPointer?,
        _ length: UInt64
    ) -> Int64 {
        switch command {
        case ZIP_SOURCE_SUPPORTS: return Self.supported
        case ZIP_SOURCE_STAT: return fail(ZIP_ER_READ, ENOENT)  // "a new archive"
        case ZIP_SOURCE_ERROR: return unsafe report(lastError, in: data, length)
        case ZIP_SOURCE_BEGIN_WRITE: return ftruncate(descriptor, 0) == 0 ? move(to: 0) : fail()
        case ZIP_SOURCE_WRITE: return unsafe write(data, length)
        case ZIP_SOURCE_SEEK_WRITE: return unsafe seek(data, length)
        case ZIP_SOURCE_TELL_WRITE: return offset
        case ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE: return 0
        default: return fail(ZIP_ER_OPNOTSUPP, 0)
        }
    }

    private func move(to place: Int64) -> Int64 {
        offset = place
        return 0
    }

    private func write(_ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        var written = 0
        while written < Int(length) {
            let count = unsafe pwrite(
                descriptor,
                data?.advanced(by: written),
                Int(length) - written,
                off_t(offset) + off_t(written)
            )
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return fail() }
            written += count
        }
        offset += Int64(length)
        return Int64(length)
    }

    private func seek(_ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        var end = stat()
        guard unsafe fstat(descriptor, &end) == 0 else { return fail() }
        let place = unsafe zip_source_seek_compute_offset(
            UInt64(offset),
            UInt64(end.st_size),
            data,
            length,
            nil
        )
        return place >= 0 ? move(to: place) : fail(ZIP_ER_SEEK, EINVAL)
    }

    private func fail(_ code: Int32 = ZIP_ER_WRITE, _ system: Int32 = errno) -> Int64 {
        lastError = (code, system)
        return -1
    }

    /// Everything a writable source must support; the reading half is never called for a new archive.
    private static let supported = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
        ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
        ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
    ].reduce(Int64(0)) { $0 | 1 << Int64($1.rawValue) }
}
