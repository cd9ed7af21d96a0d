/// The bytes of a PDF: an array's, or those of an open file, of which only what is looked at is in memory.
///
/// A file is read in blocks and never mapped: if it is cut short meanwhile, or its medium fails, that is
/// an error and not a signal.
public final class PDFBytes {
    /// How many there are.
    public let count: Int
    private let file: FileWindow?
    /// What of them is in memory: all, or the block that was looked at last.
    private var block: PDFBlock

    /// Whether bytes could not be read; zeros stood for them.
    var hasFailed: Bool { file?.hasFailed ?? false }

    /// Takes bytes that are in memory.
    public init(_ bytes: [UInt8]) {
        count = bytes.count
        file = nil
        block = PDFBlock(start: 0, bytes: bytes)
    }

    /// Takes a range of an open file, which may be closed afterwards.
    ///
    /// - Parameters:
    ///   - descriptor: The file, open for reading.
    ///   - offset: Where the PDF begins in it.
    ///   - count: How many bytes the PDF has.
    /// - Throws: `unreadable` if no more files can be opened.
    public init(
        duplicating descriptor: Int32,
        offset: Int = 0,
        count: Int
    ) throws(PDFReadingError) {
        self.count = count
        file = try FileWindow(duplicating: descriptor, offset: offset, count: count)
        block = PDFBlock(start: 0, bytes: [])
    }

    /// A range of the bytes, which is read as a whole.
    ///
    /// - Throws: `unreadable` if the file is shorter by now, or cannot be read.
    public subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        get throws(PDFReadingError) {
            guard let file else { return block.bytes[range] }
            return try file.bytes(in: range)[...]
        }
    }

    /// Reads a range in pieces: memory stays flat whatever its size.
    ///
    /// - Parameters:
    ///   - range: What shall be read.
    ///   - body: Takes each piece.
    /// - Throws: `unreadable` if the file is shorter by now, or cannot be read.
    public func read(
        _ range: Range<Int>,
        _ body: (Span<UInt8>) -> Void
    ) throws(PDFReadingError) {
        if let file { return try file.read(range, body) }
        let bytes = block.bytes
        body(bytes.span.extracting(range))
    }

    /// The byte at a place; 0 if it cannot be read.
    subscript(place: Int) -> UInt8 {
        let block = block(at: place)
        return block.bytes[place - block.start]
    }

    /// The bytes in memory around a place.
    func block(at place: Int) -> PDFBlock {
        if let file, !block.contains(place) { block = file.block(at: place) }
        return block
    }

    /// Whether these bytes stand at a place.
    func holds(_ word: [UInt8], at place: Int) -> Bool {
        guard place >= 0, place + word.count <= count else { return false }
        return word.indices.allSatisfy { self[place + $0] == word[$0] }
    }
}

/// Some of the bytes of a file, and where they begin in it.
struct PDFBlock {
    let start: Int
    let bytes: [UInt8]

    func contains(_ place: Int) -> Bool { place >= start && place - start < bytes.count }
}
