import Imaging
import Testing

@Suite struct JPEGLayoutTests {
    /// Segments as ISO/IEC 10918-1 annex B lays them out: APP0, then a frame of so many components.
    private func file(_ marker: UInt8 = 0xC0, components: Int, precision: UInt8 = 8) -> [UInt8] {
        var frame: [UInt8] = [precision, 0, 32, 1, 0, UInt8(components)]
        for component in 0..<components { frame += [UInt8(component + 1), 0x11, 0] }
        let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, marker, 0]
        return head + [UInt8(frame.count + 2)] + frame
    }

    @Test(arguments: [(1, true), (3, false)])
    func `size and colours are those of the frame`(components: Int, isGray: Bool) throws {
        for marker: UInt8 in [0xC0, 0xC1, 0xC2] {
            let bytes = file(marker, components: components)
            let layout = try JPEGLayout(reading: bytes.span)
            #expect([layout.width, layout.height] == [256, 32])
            #expect(layout.isGray == isGray)
        }
    }

    @Test func `what a PDF cannot take is refused`() {
        let files: [[UInt8]] = [
            [], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF], Array("%PDF".utf8), file(components: 4),
            file(0xC9, components: 3), file(components: 3, precision: 12),
            Array(file(components: 3).dropLast()), [0xFF, 0xD8, 0xFF, 0xDA, 0, 2],
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 1],
        ]
        for bytes in files {
            #expect(throws: ImagingError.self) { try JPEGLayout(reading: bytes.span) }
        }
    }
}
