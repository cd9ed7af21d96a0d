/// A TrueType file with the six tables that a PDF needs (ISO 32000-1, 9.9), outlines without hints.
struct TrueTypeProgram {
    private static let tableCount = 6
    private static let start = 12 + 16 * tableCount

    /// Puts a file together; the outlines come with their sum.
    init(
        glyf: [UInt8],
        glyfSum: UInt32,
        head: [UInt8],
        hhea: [UInt8],
        hmtx: [UInt8],
        loca: [UInt8],
        maxp: [UInt8]
    ) {
        let plainHead = head.settingNumber(0, at: 8, size: 4)
        let tables: [(name: StaticString, bytes: [UInt8], sum: UInt32)] = [
            ("glyf", glyf, glyfSum), ("head", plainHead, Self.checksum(plainHead)),
            ("hhea", hhea, Self.checksum(hhea)), ("hmtx", hmtx, Self.checksum(hmtx)),
            ("loca", loca, Self.checksum(loca)), ("maxp", maxp, Self.checksum(maxp)),
        ]
        self.glyf = Self.start..<Self.start + glyf.count
        bytes.reserveCapacity(tables.reduce(Self.start) { $0 + $1.bytes.count + 3 })
        bytes.append(number: 0x10000, size: 4)
        bytes.append(number: Self.tableCount)
        // For a binary search: 16 times the highest power of 2 up to the count, its exponent, the rest.
        bytes.append(number: 64)
        bytes.append(number: 2)
        bytes.append(number: 16 * Self.tableCount - 64)
        var start = Self.start
        var sum: UInt32 = 0
        for table in tables {
            sum &+= table.sum
            bytes.append(number: Int(FontFace.tag(table.name)), size: 4)
            bytes.append(number: Int(table.sum), size: 4)
            bytes.append(number: start, size: 4)
            bytes.append(number: table.bytes.count, size: 4)
            start += table.bytes.count + Self.padding(table.bytes.count)
        }
        sum &+= Self.checksum(bytes)
        for table in tables {
            bytes += table.bytes
            bytes += repeatElement(0, count: Self.padding(table.bytes.count))
        }
        let adjustment = Self.start + glyf.count + Self.padding(glyf.count) + 8
        let rest = Int(0xB1B0_AFBA &- sum)
        for place in 0..<4 {
            bytes[adjustment + place] = UInt8(truncatingIfNeeded: rest >> (24 - 8 * place))
        }
    }

    /// The whole file.
    private(set) var bytes: [UInt8] = []
    /// Where the outlines lie.
    let glyf: Range<Int>

    /// How many bytes a table needs to end at a multiple of four.
    private static func padding(_ count: Int) -> Int { (4 - count % 4) % 4 }

    /// The sum of all 32-bit numbers, as if zeros made the last one whole.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        let numbers = bytes.count / 4
        var sum: UInt32 = 0
        unsafe bytes.withUnsafeBytes { buffer in
            for number in 0..<numbers {
                let value = unsafe buffer.loadUnaligned(
                    fromByteOffset: 4 * number,
                    as: UInt32.self
                )
                sum &+= UInt32(bigEndian: value)
            }
        }
        for (index, byte) in bytes[(4 * numbers)...].enumerated() {
            sum &+= UInt32(byte) << UInt32(24 - 8 * index)
        }
        return sum
    }
}
