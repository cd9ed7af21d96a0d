import Imaging
import Registration
import Testing

struct QuantizationTableTests {
    /// The first eight of the table in rows, as Pillow 13 writes and reads them.
    private static let pillow: [(quality: Int, beginning: [Int])] = [
        (10, [80, 55, 50, 80, 120, 200, 255, 255]), (30, [27, 18, 17, 27, 40, 66, 85, 101]),
        (50, [16, 11, 10, 16, 24, 40, 51, 61]), (75, [8, 6, 5, 8, 12, 20, 26, 31]),
        (76, [8, 5, 5, 8, 12, 19, 24, 29]), (92, [3, 2, 2, 3, 4, 6, 8, 10]),
        (95, [2, 1, 1, 2, 2, 4, 5, 6]), (100, [1, 1, 1, 1, 1, 1, 1, 1]),
    ]

    /// Where the first row of a block stands in zigzag order.
    private static let firstRow = [0, 1, 5, 6, 14, 15, 27, 28]

    @Test func `The tables of libjpeg have their quality, exactly`() throws {
        for (quality, beginning) in Self.pillow {
            let table = QuantizationTable.luminance(quality: quality)
            #expect(Self.firstRow.map { table[$0] } == beginning)
            let found = QuantizationTable.quality(of: table)
            #expect(found == JPEGQuality(value: quality, isExact: true))
        }
    }

    @Test func `A table of another maker has the closest quality`() {
        var table = QuantizationTable.luminance(quality: 75)
        table[63] += 3
        #expect(QuantizationTable.quality(of: table) == JPEGQuality(value: 75, isExact: false))
    }

    @Test func `Table 0 is found behind others, in 8 and in 16 bits`() throws {
        let other: [UInt8] = [1] + [UInt8](repeating: 9, count: 64)
        let wide: [UInt8] = [0x10] + (0..<64).flatMap { [UInt8(1), UInt8($0)] }
        let content = other + wide
        #expect(QuantizationTable.first(in: content.span) == (0..<64).map { 256 + $0 })
        #expect(QuantizationTable.first(in: other.span) == nil)
        #expect(QuantizationTable.first(in: Array(content.dropLast()).span) == nil)
    }
}
