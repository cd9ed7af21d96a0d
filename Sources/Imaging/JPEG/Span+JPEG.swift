import Glibc

extension Span where Element == UInt8 {
    /// The offset of the 0xFF right before the next marker code; nil if there is no more marker.
    ///
    /// Skips fill bytes, and junk between segments as libjpeg does.
    func offsetOfMarker(from start: Int) -> Int? {
        var offset = start
        while let found = offsetOfFF(from: offset), found + 1 < count {
            if self[found + 1] != 0, self[found + 1] != 0xFF { return found }
            offset = found + 1
        }
        return nil
    }

    /// Where entropy-coded data ends: at the next marker that is no restart, or with the bytes.
    func offsetAfterEntropyData(from start: Int) -> Int {
        var offset = start
        while let found = offsetOfMarker(from: offset) {
            guard JPEGMarker(rawValue: self[found + 1]).isRestart else { return found }
            offset = found + 2
        }
        return count
    }

    /// `memchr` looks at 32 bytes at once; most of the walk's time would go into this search.
    private func offsetOfFF(from start: Int) -> Int? {
        guard start < count else { return nil }
        return unsafe withUnsafeBufferPointer { buffer in
            guard let base = unsafe UnsafeRawPointer(buffer.baseAddress),
                let found = unsafe memchr(base + start, 0xFF, buffer.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }
}
