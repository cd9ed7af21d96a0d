/// Little-endian numbers in bytes; nil past the end.
struct ZipFields {
    var position = 0
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func u16(at offset: Int) -> Int? { number(at: offset, width: 2) }

    func u32(at offset: Int) -> Int? { number(at: offset, width: 4) }

    /// Nil also for what no file can be as large as.
    func u64(at offset: Int) -> Int? { number(at: offset, width: 8) }

    func bytes(at offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return Array(bytes[offset..<offset + count])
    }

    private func number(at offset: Int, width: Int) -> Int? {
        guard offset >= 0, offset + width <= bytes.count else { return nil }
        var value: UInt64 = 0
        for index in (offset..<offset + width).reversed() {
            value = value << 8 | UInt64(bytes[index])
        }
        return value < 1 << 48 ? Int(value) : nil
    }
}
