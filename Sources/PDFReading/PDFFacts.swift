/// How a file is laid out: what one program wrote in one go has one section, one end, and no bytes besides.
public struct PDFFacts: Hashable, Sendable {
    /// The version that the first line states, such as 1.7.
    public internal(set) var version: String
    /// The bytes that stand before `%PDF-`.
    public internal(set) var bytesBeforeHeader: Int
    /// The bytes after the last `%%EOF` and the end of its line.
    public internal(set) var bytesAfterEnd: Int
    /// The sections of cross-references: more than one means that the file was changed after it was
    /// written, or is laid out for reading from a network.
    public internal(set) var sections: Int
    /// How often `%%EOF` stands between objects.
    public internal(set) var endMarkers: Int
    /// Bytes between the header and the end that belong to no object in use and no cross-references, in the
    /// order of the file; the first of them if there are many.
    public internal(set) var strayBytes: [Range<Int>]

    /// Whether the file is as it was first written, with nothing before, after or between its parts.
    public var isWrittenOnce: Bool {
        bytesBeforeHeader == 0 && bytesAfterEnd == 0 && sections == 1 && endMarkers == 1
            && strayBytes.isEmpty
    }
}
