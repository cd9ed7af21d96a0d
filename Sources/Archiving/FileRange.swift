/// Bytes that lie in a file on disk as they are, for those who read here and there in them.
public struct FileRange: ~Copyable {
    /// Where they begin in the file.
    public let offset: Int
    /// How many there are.
    public let count: Int
    private let file: OpenFile

    /// The file, open for reading as long as this value is there.
    public var descriptor: Int32 { file.descriptor }

    /// Opens a regular file and takes all of it.
    ///
    /// - Throws: `ArchiveError` when it cannot be opened.
    public init(path: String) throws(ArchiveError) { self.init(try OpenFile(reading: path)) }

    init(_ file: consuming OpenFile) {
        (offset, count) = (0, file.size)
        self.file = file
    }

    /// Takes a part of a file that stays its owner's.
    init(in file: borrowing OpenFile, offset: Int, count: Int) throws(ArchiveError) {
        (self.offset, self.count) = (offset, count)
        self.file = try file.duplicate()
    }
}
