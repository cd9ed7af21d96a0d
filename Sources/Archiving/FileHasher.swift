/// Computes the SHA-256 of files in a stream: memory stays flat whatever their size.
public struct FileHasher: Sendable {
    /// How many bytes are read at a time.
    public let bufferSize: Int

    /// Makes a hasher; 256 KB at a time costs no more than openssl does.
    public init(bufferSize: Int = 262_144) { self.bufferSize = max(bufferSize, 65_536) }

    /// Hashes a regular file; a symbolic link is followed.
    ///
    /// - Parameter path: Where it is.
    /// - Throws: `ArchiveError` when it cannot be opened or read, or is no regular file.
    /// - Returns: Its size and SHA-256, both of the same bytes.
    public func digest(ofFile path: String) throws(ArchiveError) -> FileDigest {
        let file = try OpenFile(reading: path)
        return try digest(of: file)
    }

    /// Hashes an open file from where it stands to its end; it stays open.
    ///
    /// - Parameters:
    ///   - descriptor: The open file.
    ///   - subject: What an error shall call it.
    /// - Throws: `ArchiveError` when it cannot be read.
    /// - Returns: The size and SHA-256 of the bytes read.
    public func digest(
        ofDescriptor descriptor: Int32,
        subject: String = "the file"
    ) throws(ArchiveError) -> FileDigest {
        try digest(of: OpenFile(borrowing: descriptor, subject: subject))
    }

    private func digest(of file: borrowing OpenFile) throws(ArchiveError) -> FileDigest {
        var sum = RunningDigest()
        try file.readToEnd(bufferSize: bufferSize) { sum.update($0) }
        return sum.finish()
    }
}
