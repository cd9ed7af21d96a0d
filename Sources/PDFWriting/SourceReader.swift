import Glibc

/// Feeds libharu the bytes of a source, piece by piece; the file is open only while it is copied.
final class SourceReader {
    private let source: ByteSource
    private var made: [UInt8]?
    private var descriptor: CInt = -1
    private var position = 0
    /// Set when the bytes could not be had; libharu knows only that reading failed.
    private(set) var failed = false

    init(_ source: ByteSource) { self.source = source }

    deinit { close() }

    var count: Int { source.count }

    func rewind() {
        position = 0
        close()
    }

    /// Copies up to `buffer.count` bytes; 0 at the end, nil on failure.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        // At the end everything has been let go of, and must not be made or opened once more.
        guard position < count else { return 0 }
        let copied: Int?
        switch source {
        case .bytes(let bytes): copied = unsafe copy(bytes, into: buffer)
        case .made(let count, let make):
            if made == nil { made = try? make() }
            guard let bytes = made, bytes.count == count else { return fail() }
            copied = unsafe copy(bytes, into: buffer)
        case .file(let path, let parts):
            copied = unsafe readFile(path, parts, into: buffer)
        }
        guard let copied else { return fail() }
        position += copied
        if position == count { close() }
        return copied
    }

    /// All bytes; nil on failure.
    var all: [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        while position < count {
            let got = unsafe bytes.withUnsafeMutableBytes {
                unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: $0[position...]))
            }
            guard let got, got > 0 else { return nil }
        }
        return bytes
    }

    private func fail() -> Int? {
        failed = true
        close()
        return nil
    }

    private func copy(_ bytes: [UInt8], into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        unsafe buffer.copyBytes(from: bytes[position..<position + count])
        return count
    }

    private func readFile(
        _ path: String,
        _ parts: [Range<Int>],
        into buffer: UnsafeMutableRawBufferPointer
    ) -> Int? {
        if descriptor < 0 { descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        var before = 0
        for part in parts {
            let offset = position - before
            if offset < part.count {
                let wanted = min(buffer.count, part.count - offset)
                let got = unsafe pread(
                    descriptor,
                    buffer.baseAddress,
                    wanted,
                    part.lowerBound + offset
                )
                return got > 0 ? got : nil
            }
            before += part.count
        }
        return nil
    }

    private func close() {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
        descriptor = -1
        made = nil
    }
}
