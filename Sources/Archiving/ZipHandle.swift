import CZip
import Glibc

/// An archive that libzip has open; going out of use it is dropped, and nothing is written.
@safe
struct ZipHandle: ~Copyable {
    private let archive: OpaquePointer

    /// Opens a new archive on a source, which is libzip's from then on.
    init?(writingTo source: OpaquePointer) {
        guard let archive = unsafe zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil)
        else {
            unsafe zip_source_free(source)
            return nil
        }
        unsafe self.archive = archive
    }

    /// Opens a written archive.
    init(reading file: borrowing OpenFile) throws(ArchiveError) {
        // The descriptor is libzip's from then on, and the file needs its own.
        let descriptor = dup(file.descriptor)
        guard descriptor >= 0 else {
            throw ArchiveError(.cannotOpen, file.subject, reason: systemReason())
        }
        var code: Int32 = 0
        guard let archive = unsafe zip_fdopen(descriptor, ZIP_CHECKCONS, &code) else {
            Glibc.close(descriptor)
            throw ArchiveError(.notAnArchive, file.subject, reason: Self.reason(for: code))
        }
        unsafe self.archive = archive
    }

    deinit { unsafe zip_discard(archive) }

    /// Calls libzip with the archive; the pointer does not leave the body.
    borrowing func with<Value>(_ body: (OpaquePointer) -> Value) -> Value {
        unsafe body(archive)
    }

    /// Writes the archive and closes it; what libzip said when that failed, and then it is dropped.
    consuming func close() -> String? {
        guard unsafe zip_close(archive) == 0 else {
            let reason = lastReason()
            _ = consume self
            return reason
        }
        discard self
        return nil
    }

    /// What libzip said last.
    borrowing func lastReason() -> String { unsafe String(cString: zip_strerror(archive)) }

    private static func reason(for code: Int32) -> String {
        var error = unsafe zip_error_t()
        unsafe zip_error_init_with_code(&error, code)
        defer { unsafe zip_error_fini(&error) }
        return unsafe String(cString: zip_error_strerror(&error))
    }
}
