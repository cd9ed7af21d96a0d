/// Gives the bytes of a text piece by piece, so that none needs to be in memory as a whole.
public protocol ChunkSource: AnyObject {
    /// The next piece, not empty; nil at the end.
    ///
    /// - Throws: `FormDataError` if the bytes cannot be read.
    func next() throws(FormDataError) -> [UInt8]?
}

/// Bytes that are in memory already.
public final class MemoryChunks: ChunkSource {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    /// Takes the bytes, and gives them in pieces of a size.
    public init(_ bytes: [UInt8], size: Int = 65_536) {
        rest = bytes[...]
        self.size = max(1, size)
    }

    /// The next piece.
    public func next() -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
    }
}
