/// Reads a whole small file, such as a key.
public enum SmallFile {
    /// Reads at most `limit` bytes.
    ///
    /// - Throws: `PackagingError` if the file cannot be read or is larger.
    public static func read(_ path: String, limit: Int) throws(PackagingError) -> [UInt8] {
        try FileBytes.read(path, as: path, limit: limit)
    }
}
