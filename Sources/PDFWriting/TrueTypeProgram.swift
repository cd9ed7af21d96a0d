/// A TrueType file with the six tables that a PDF needs (ISO 32000-1, 9.9), outlines without hints.
struct TrueTypeProgram {
    private static let tableCount = 6
    private static let start = 12 + 16 * tableCount

    private var directory: [UInt8] = []
    private var tables: [UInt8] = []

    init(
        glyf: [UInt8],
        head: [UInt8],
        hhea: [UInt8],
        hmtx: [UInt8],
        loca: [UInt8],
        maxp: [UInt8]
    ) {
        directory.append(number: 0x10000, size: 4)
        directory.append(number: Self.tableCount)
        // For a binary search: 16 times the highest power of 2 up to the count, its exponent, the rest.
        directory.append(number: 64)
        directory.append(number: 2)
        directory.append(number: 16 * Self.tableCount - 64)
        tables.reserveCapacity(glyf.count + hmtx.count + loca.count + 256)
        add("glyf", glyf)
        let adjustment = Self.start + tables.count + 8
        add("head", head.settingNumber(0, at: 8, size: 4))
        add("hhea", hhea)
        add("hmtx", hmtx)
        add("loca", loca)
        add("maxp", maxp)
        let sum = Self.checksum(directory[...]) &+ Self.checksum(tables[...])
        bytes = (directory + tables)
            .settingNumber(Int(0xB1B0_AFBA &- sum), at: adjustment, size: 4)
    }

    /// The whole file.
    private(set) var bytes: [UInt8] = []

    private mutating func add(_ name: StaticString, _ table: [UInt8]) {
        let start = tables.count
        tables += table
        tables.append(contentsOf: repeatElement(0, count: (4 - tables.count % 4) % 4))
        directory.append(number: Int(FontFace.tag(name)), size: 4)
        directory.append(number: Int(Self.checksum(tables[start...])), size: 4)
        directory.append(number: Self.start + start, size: 4)
        directory.append(number: table.count, size: 4)
    }

    /// The sum of all 32-bit numbers.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var sums: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
        for index in stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4) {
            sums.0 &+= UInt32(bytes[index])
            sums.1 &+= UInt32(bytes[index + 1])
            sums.2 &+= UInt32(bytes[index + 2])
            sums.3 &+= UInt32(bytes[index + 3])
        }
        return sums.0 << 24 &+ sums.1 << 16 &+ sums.2 << 8 &+ sums.3
    }
}
