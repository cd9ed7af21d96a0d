/// Reads files that are looked at as a whole.
public enum WholeFile {
    /// Reads all of a regular file.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - limit: The most bytes to hold in memory.
    /// - Returns: Its bytes.
    /// - Throws: `ArchiveError` when it cannot be read or is larger.
    public static func read(_ path: String, limit: Int = 1 << 30) throws(ArchiveError) -> [UInt8] {
        let file = try OpenFile(reading: path)
        let size = file.size
        guard size <= limit else {
            throw ArchiveError(.tooLarge, file.subject, reason: "\(size) bytes")
        }
        return try file.bytes(at: 0, count: size)
    }

    /// Reads the first bytes of a regular file.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - count: How many bytes, if there are as many.
    /// - Returns: The bytes.
    /// - Throws: `ArchiveError` when it cannot be read.
    public static func head(of path: String, count: Int) throws(ArchiveError) -> [UInt8] {
        try OpenFile(reading: path).bytes(at: 0, count: count)
    }
}
