/// A baseline JPEG of blocks of 8 x 8 equal samples, written bit by bit after ITU-T T.81: no code of
/// ours or of libjpeg has a part.
package struct FlatJPEG {
    /// The samples of each block by component: Y; Y, Cb, Cr; or C, M, Y, K.
    package typealias Block = [UInt8]

    /// The blocks, row by row.
    package var blocks: [[Block]]
    /// The EXIF orientation, if it has one.
    package var orientation: UInt8?

    package init(_ blocks: [[Block]], orientation: UInt8? = nil) {
        self.blocks = blocks
        self.orientation = orientation
    }

    /// A gray picture of one value: another value is another file.
    package static func gray(_ value: UInt8, columns: Int = 4, rows: Int = 4) -> [UInt8] {
        FlatJPEG(Array(repeating: Array(repeating: [value], count: columns), count: rows)).bytes
    }

    /// Red on the left and blue on the right, 64 x 32 pixels as stored.
    package static func redAndBlue(orientation: UInt8? = nil) -> [UInt8] {
        let red: Block = [76, 85, 255]
        let blue: Block = [29, 255, 107]
        let row = Array(repeating: red, count: 4) + Array(repeating: blue, count: 4)
        return FlatJPEG(Array(repeating: row, count: 4), orientation: orientation).bytes
    }

    private var components: Int { blocks[0][0].count }

    package var bytes: [UInt8] {
        let (width, height) = (blocks[0].count * 8, blocks.count * 8)
        let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
        let parts = (1...UInt8(components)).flatMap { [$0, 0x11, 0] as [UInt8] }
        let scan = (1...UInt8(components)).flatMap { [$0, 0x00] as [UInt8] }
        // Nine lengths of difference, all with codes of four bits; one code for "no more AC".
        let lengths: [UInt8] = [0, 0, 0, 9] + Array(repeating: 0, count: 12)
        let end: [UInt8] = [1] + Array(repeating: 0, count: 15)
        return [0xFF, 0xD8]
            + (orientation.map { Self.segment(0xE1, Self.exif($0)) } ?? [])
            + (components == 4
                ? [] : Self.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]))
            + Self.segment(0xDB, [0] + Array(repeating: 8, count: 64))
            + Self.segment(0xC0, [8] + size + [UInt8(components)] + parts)
            + Self.segment(0xC4, [0x00] + lengths + Array(0...8))
            + Self.segment(0xC4, [0x10] + end + [0])
            + Self.segment(0xDA, [UInt8(components)] + scan + [0, 63, 0])
            + entropy + [0xFF, 0xD9]
    }

    private var entropy: [UInt8] {
        var bits = Bits()
        var last = Array(repeating: 0, count: components)
        for block in blocks.joined() {
            for (component, sample) in block.enumerated() {
                // Eight times the flat value over eight of the table.
                let value = Int(sample) - 128
                let difference = value - last[component]
                last[component] = value
                let length = Int.bitWidth - difference.magnitude.leadingZeroBitCount
                bits.append(length, count: 4)
                bits.append(difference < 0 ? difference - 1 : difference, count: length)
                bits.append(0, count: 1)
            }
        }
        return bits.finished
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }

    private static func exif(_ orientation: UInt8) -> [UInt8] {
        Array("Exif\0\0MM".utf8)
            + [
                0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0,
                0, 0,
            ]
    }
}

/// The entropy-coded bits, first bit highest; a byte of ones is followed by a zero.
private struct Bits {
    private var bytes: [UInt8] = []
    private var current: UInt8 = 0
    private var used = 0

    mutating func append(_ value: Int, count: Int) {
        for place in (0..<count).reversed() {
            current = current << 1 | UInt8(value >> place & 1)
            used += 1
            guard used == 8 else { continue }
            bytes += current == 0xFF ? [0xFF, 0] : [current]
            (current, used) = (0, 0)
        }
    }

    var finished: [UInt8] {
        var copy = self
        while copy.used != 0 { copy.append(1, count: 1) }
        return copy.bytes
    }
}
