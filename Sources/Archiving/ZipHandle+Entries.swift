import CZip
import Glibc
import Registration

extension ZipHandle {
    /// How many entries libzip sees.
    var entryCount: Int { Int(unsafe self.with { unsafe zip_get_num_entries($0, 0) }) }

    /// The entries, each looked at on the way.
    borrowing func entries(into scrutiny: inout EntryScrutiny) -> [ArchiveEntry] {
        var entries: [ArchiveEntry] = []
        for index in 0..<entryCount {
            guard let entry = entry(at: index) else {
                scrutiny.report(.nameNotUTF8, nil, "entry \(index + 1)")
                continue
            }
            entries.append(entry)
            scrutiny.inspect(entry)
        }
        return entries
    }

    /// Unpacks an entry in pieces; libzip checks its CRC-32 at the end.
    borrowing func read(
        _ file: BagFile,
        _ body: (Span<UInt8>) -> Void
    ) throws(ArchiveError) {
        let subject = file.path.description
        let entry = unsafe self.with { unsafe zip_fopen_index($0, UInt64(file.index), 0) }
        guard let entry = unsafe entry else {
            throw ArchiveError(.unreadableEntry, subject, reason: lastReason())
        }
        defer { unsafe _ = zip_fclose(entry) }
        var buffer = [UInt8](repeating: 0, count: 98_304)
        var total = 0
        while true {
            let count = unsafe zip_fread(entry, &buffer, UInt64(buffer.count))
            guard count >= 0 else {
                let reason = unsafe String(cString: zip_file_strerror(entry))
                throw ArchiveError(.damagedEntry, subject, reason: reason)
            }
            guard count > 0 else { break }
            total += Int(count)
            guard total <= file.size else { break }
            body(buffer.span.extracting(first: Int(count)))
        }
        guard total == file.size else {
            throw ArchiveError(.damagedEntry, subject, reason: "not the size stated")
        }
    }

    private borrowing func entry(at index: Int) -> ArchiveEntry? {
        unsafe self.with { archive in
            var stat = unsafe zip_stat_t()
            guard unsafe zip_stat_index(archive, UInt64(index), 0, &stat) == 0,
                let name = unsafe zip_get_name(archive, UInt64(index), zip_flags_t(ZIP_FL_ENC_RAW)),
                let text = unsafe String(validatingCString: name)
            else { return nil }
            let path = ArchivePath(text)
            return unsafe ArchiveEntry(
                path: path,
                size: ByteCount(Int(clamping: stat.size)),
                packedSize: ByteCount(Int(clamping: stat.comp_size)),
                compression: Self.compression(Int(stat.comp_method)),
                kind: Self.kind(of: path, archive, UInt64(index)),
                isEncrypted: Int32(stat.encryption_method) != ZIP_EM_NONE,
                index: index
            )
        }
    }

    private static func compression(_ method: Int) -> ArchiveEntry.Compression {
        switch method {
        case Int(ZIP_CM_STORE): .stored
        case Int(ZIP_CM_DEFLATE): .deflated
        default: .other(method)
        }
    }

    private static func kind(
        of path: ArchivePath,
        _ archive: OpaquePointer,
        _ index: UInt64
    ) -> ArchiveEntry.Kind {
        var (system, attributes) = (UInt8(0), UInt32(0))
        let status = unsafe zip_file_get_external_attributes(
            archive,
            index,
            0,
            &system,
            &attributes
        )
        // The upper half is a Unix mode where the system that wrote it was one; 0 states nothing.
        let type = status == 0 ? mode_t(attributes >> 16) & S_IFMT : 0
        return switch type {
        case S_IFLNK: .symbolicLink
        case S_IFBLK, S_IFCHR, S_IFIFO, S_IFSOCK: .special
        default: path.bytes.last == UInt8(ascii: "/") ? .folder : .file
        }
    }
}
