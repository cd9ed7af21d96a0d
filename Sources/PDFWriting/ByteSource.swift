/// Where the bytes of a stream come from when the PDF is written: pictures are never all in memory.
public enum ByteSource: Sendable {
    /// Bytes at hand.
    case bytes([UInt8])
    /// Parts of a file, joined in order.
    case file(path: String, parts: [Range<Int>])
    /// Bytes made at the moment they are needed, such as the pixels of a picture decoded again.
    case made(count: Int, @Sendable () throws -> [UInt8])

    /// The number of bytes.
    public var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(_, let parts): parts.reduce(0) { $0 + $1.count }
        case .made(let count, _): count
        }
    }
}
