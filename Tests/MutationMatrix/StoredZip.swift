/// Writes a zip archive of stored entries as ours are, and lets every number in it be a lie.
struct StoredZip {
    struct Entry {
        var name: String
        var bytes: [UInt8]
        var attributes: UInt32 = 0x8180_0000
        var flags: UInt16?
        var method: UInt16 = 0
    }

    var entries: [Entry]
    /// The order of the directory's records; nil for that of the entries.
    var order: [Int]?
    var comment: [UInt8] = []

    var bytes: [UInt8] {
        var (file, records) = ([UInt8](), [[UInt8]]())
        for entry in entries {
            let shared = Self.shared(entry)
            records.append(
                Self.bytes(0x0201_4B50, 4) + Self.bytes(0x033F, 2) + shared
                    + Self.bytes(0, 6) + Self.bytes(UInt64(entry.attributes), 4)
                    + Self.bytes(UInt64(file.count), 4) + Array(entry.name.utf8)
            )
            file += Self.bytes(0x0403_4B50, 4) + shared + Array(entry.name.utf8) + entry.bytes
        }
        let start = file.count
        for index in order ?? Array(entries.indices) { file += records[index] }
        let size = file.count - start
        file += Self.bytes(0x0605_4B50, 4) + Self.bytes(0, 4)
        file += Self.bytes(UInt64(entries.count), 2) + Self.bytes(UInt64(entries.count), 2)
        file += Self.bytes(UInt64(size), 4) + Self.bytes(UInt64(start), 4)
        return file + Self.bytes(UInt64(comment.count), 2) + comment
    }

    /// What a local header and a record of the directory have in common.
    private static func shared(_ entry: Entry) -> [UInt8] {
        let isASCII = entry.name.utf8.allSatisfy { $0 < 128 }
        let size = UInt64(entry.bytes.count)
        return bytes(10, 2) + bytes(UInt64(entry.flags ?? (isASCII ? 0 : 0x800)), 2)
            + bytes(UInt64(entry.method), 2) + bytes(0x6000, 2) + bytes(0x5C45, 2)
            + bytes(UInt64(checksum(entry.bytes)), 4) + bytes(size, 4) + bytes(size, 4)
            + bytes(UInt64(entry.name.utf8.count), 2) + bytes(0, 2)
    }

    private static func bytes(_ number: UInt64, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in
            sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
        }
    }

    /// CRC-32 (ISO 3309).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
            table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8
        }
    }
}
