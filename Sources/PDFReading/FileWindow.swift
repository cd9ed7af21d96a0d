import Glibc

/// A range of an open file, read a block at a time.
final class FileWindow {
    private let descriptor: Int32
    private let offset: Int
    private let count: Int
    private(set) var hasFailed = false

    /// Most objects and what follows them fit into one; more would be read in vain beside each picture.
    private static let blockSize = 16_384
    /// What is hashed stays in a core's own cache between one use and the next.
    private static let pieceSize = 98_304

    init(duplicating descriptor: Int32, offset: Int, count: Int) throws(PDFReadingError) {
        self.descriptor = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        (self.offset, self.count) = (offset, count)
        guard self.descriptor >= 0, offset >= 0, count >= 0, offset <= Int.max - count else {
            throw PDFReadingError(.unreadable, at: 0)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The block that a place lies in; zeros if it cannot be read.
    func block(at place: Int) -> PDFBlock {
        let start = place / Self.blockSize * Self.blockSize
        var bytes = [UInt8](repeating: 0, count: min(Self.blockSize, count - start))
        // Once is enough: else a file that is gone would be asked for once a block.
        if !hasFailed { hasFailed = !fill(&bytes, bytes.count, from: start) }
        return PDFBlock(start: start, bytes: bytes)
    }

    func bytes(in range: Range<Int>) throws(PDFReadingError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        guard fill(&bytes, range.count, from: range.lowerBound) else {
            throw PDFReadingError(.unreadable, at: range.lowerBound)
        }
        return bytes
    }

    func read(
        _ range: Range<Int>,
        _ body: (Span<UInt8>) -> Void
    ) throws(PDFReadingError) {
        var buffer = [UInt8](repeating: 0, count: min(range.count, Self.pieceSize))
        var place = range.lowerBound
        while place < range.upperBound {
            let count = min(buffer.count, range.upperBound - place)
            guard fill(&buffer, count, from: place) else {
                throw PDFReadingError(.unreadable, at: place)
            }
            body(buffer.span.extracting(first: count))
            place += count
        }
    }

    /// Reads just so many bytes; false if that many are not there.
    private func fill(_ buffer: inout [UInt8], _ count: Int, from place: Int) -> Bool {
        guard place >= 0, place + count <= self.count else { return false }
        var filled = 0
        while filled < count {
            let got = unsafe buffer.withUnsafeMutableBytes { bytes in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled..<count])
                return unsafe pread(
                    descriptor,
                    rest.baseAddress,
                    rest.count,
                    off_t(offset + place + filled)
                )
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return false }
            filled += got
        }
        return true
    }
}
