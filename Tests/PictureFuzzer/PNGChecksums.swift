import CPNG

/// The checksums of a PNG file, made right again after its bytes were changed: else every change
/// would end the reading at the chunk that it hit.
struct PNGChecksums {
    private(set) var file: [UInt8]

    /// Walks over all chunks whose length fits.
    init(mending file: [UInt8]) {
        self.file = file
        var offset = 8
        while let end = endOfChunk(at: offset) {
            write(checksum(offset + 4..<end - 4), at: end - 4)
            offset = end
        }
    }

    private func endOfChunk(at offset: Int) -> Int? {
        guard offset + 12 <= file.count else { return nil }
        let length = file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
        return offset + 12 + length <= file.count ? offset + 12 + length : nil
    }

    private func checksum(_ range: Range<Int>) -> UInt {
        unsafe file[range].withUnsafeBufferPointer {
            unsafe crc32_z(0, $0.baseAddress, $0.count)
        }
    }

    private mutating func write(_ checksum: UInt, at offset: Int) {
        for index in 0..<4 {
            file[offset + index] = UInt8(truncatingIfNeeded: checksum >> UInt(24 - 8 * index))
        }
    }
}
