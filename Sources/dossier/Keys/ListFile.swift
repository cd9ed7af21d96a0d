import Archiving
import Glibc
import Packaging
import Sealing

/// Reads and replaces files of lists, which may be much larger than keys.
enum ListFile {
    static func read(_ path: String) throws(PackagingError) -> [UInt8] {
        try SmallFile.read(path, limit: 64 << 20)
    }

    /// The content; nil where there is no such file yet.
    static func readIfThere(_ path: String) throws(PackagingError) -> [UInt8]? {
        var status = stat()
        if stat(path, &status) != 0, errno == ENOENT { return nil }
        return try read(path)
    }

    /// Replaces the file, whole or not at all.
    static func write(_ canonical: [UInt8], to path: String) throws(ArchiveError) {
        let file = try TemporaryFile(beside: path)
        try file.write(canonical + [0x0A])
        try file.publish(replacing: true)
    }
}
