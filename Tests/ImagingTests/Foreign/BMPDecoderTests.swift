import Imaging
import Testing

struct BMPDecoderTests {
    /// Blue, green, red, from the bottom.
    private static let rows: [UInt8] = [
        30, 20, 10, 33, 22, 11, 36, 24, 12, 0, 0, 0,
        1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0,
    ]

    @Test(arguments: [12, 40, 108, 124])
    func `Rows stand from the bottom, colours backwards`(headerSize: Int) throws {
        let pixels = try decodeForeign(TinyBMP(headerSize: headerSize, rows: Self.rows).bytes)
            .pixels
        #expect(
            pixels.samples == [3, 2, 1, 6, 5, 4, 9, 8, 7, 10, 20, 30, 11, 22, 33, 12, 24, 36]
        )
    }

    @Test func `A negative height means rows from the top`() throws {
        let pixels = try decodeForeign(TinyBMP(height: -2, rows: Self.rows).bytes).pixels
        #expect(pixels.height == 2)
        #expect(pixels.samples.prefix(3) == [10, 20, 30])
    }

    @Test func `Indices of four bits are looked up`() throws {
        let palette: [UInt8] = [0, 0, 255, 0, 7, 7, 7, 0]
        let bmp = TinyBMP(
            bits: 4,
            palette: palette,
            rows: [0x01, 0x10, 0, 0, 0x11, 0x00, 0, 0]
        )
        let pixels = try decodeForeign(bmp.bytes).pixels
        #expect(
            pixels.samples == [7, 7, 7, 7, 7, 7, 255, 0, 0, 255, 0, 0, 7, 7, 7, 7, 7, 7]
        )
    }

    @Test(
        arguments: [
            // Without masks five bits each; with them 5, 6 and 5. Full is 255.
            (0, [], 0x7FFF, [255, 255, 255]), (0, [], 0x7C00, [255, 0, 0]),
            (3, [0xF800, 0x07E0, 0x001F], 0x07E0, [0, 255, 0]),
            (3, [0xF800, 0x07E0, 0x001F], 0x8410, [131, 129, 131]),
        ] as [(Int, [Int], Int, [UInt8])]
    )
    func `Masks tell of 16 bits`(
        compression: Int,
        masks: [Int],
        pixel: Int,
        expected: [UInt8]
    ) throws {
        let bmp = TinyBMP(
            width: 1,
            height: 1,
            bits: 16,
            compression: compression,
            masks: masks,
            rows: little(pixel, 4)
        )
        let samples = try decodeForeign(bmp.bytes).pixels.samples
        #expect(samples == expected || samples == [expected[0]])
    }

    @Test func `A mask of alpha shows white paper`() throws {
        let bmp = TinyBMP(
            width: 1,
            height: 1,
            bits: 32,
            compression: 3,
            headerSize: 124,
            masks: [0xFF_0000, 0xFF00, 0xFF, 0xFF00_0000],
            rows: [0, 0, 255, 128]
        )
        #expect(try decodeForeign(bmp.bytes).pixels.samples == [255, 127, 127])
    }

    @Test func `Runs are drawn, also where they jump`() throws {
        // The example of Microsoft's "Bitmap Compression", its lines ended where it ends them.
        let runs: [UInt8] = [
            0x03, 0x04, 0x05, 0x06, 0x00, 0x03, 0x45, 0x56, 0x67, 0x00, 0x02, 0x78, 0x00, 0x02,
            0x05,
            0x01, 0x02, 0x78, 0x00, 0x00, 0x09, 0x1E, 0x00, 0x01,
        ]
        let palette = (0..<256).flatMap { index in Array(repeating: UInt8(index), count: 4) }
        let bmp = TinyBMP(
            width: 20,
            height: 3,
            bits: 8,
            compression: 1,
            palette: palette,
            rows: runs
        )
        let pixels = try decodeForeign(bmp.bytes).pixels
        var expected: [UInt8] = [4, 4, 4, 6, 6, 6, 6, 6, 0x45, 0x56, 0x67, 0x78, 0x78]
        expected += Array(repeating: 0, count: 7)
        // Five to the right and one up, then two pixels.
        let second = Array(repeating: 0 as UInt8, count: 18) + [0x78, 0x78]
        let third = Array(repeating: 0x1E as UInt8, count: 9) + Array(repeating: 0, count: 11)
        #expect(pixels.samples == third + second + expected)
    }

    @Test func `An index that the palette lacks is damage`() {
        let bmp = TinyBMP(bits: 8, palette: [1, 2, 3, 0], rows: [0, 0, 0, 0, 0, 1, 0, 0])
        #expect(throws: (any Error).self) { try decodeForeign(bmp.bytes) }
    }
}
