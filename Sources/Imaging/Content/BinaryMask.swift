/// A picture of zeros and ones, a byte each.
package struct BinaryMask: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package private(set) var bits: [UInt8]

    package init(width: Int, height: Int, bits: [UInt8]) {
        self.width = width
        self.height = height
        self.bits = bits
    }

    /// Clears runs of ones of at least this length, across and down: the lines of tables.
    package mutating func clearLines(ofAtLeast length: Int) {
        for line in lines(ofAtLeast: length) {
            for index in 0..<line.count { bits[line.start + index * line.step] = 0 }
        }
    }

    private func lines(ofAtLeast length: Int) -> [(start: Int, step: Int, count: Int)] {
        var lines: [(start: Int, step: Int, count: Int)] = []
        let source = bits.span
        // A run of this length covers a column and a row whose number is a multiple of it.
        for y in 0..<height {
            let row = y * width
            for x in stride(from: 0, to: width, by: length) where source[row + x] != 0 {
                let run = Self.run(source, around: x, start: row, step: 1, count: width)
                if run.count >= length { lines.append((row + run.lowerBound, 1, run.count)) }
            }
        }
        for y in stride(from: 0, to: height, by: length) {
            for x in 0..<width where source[y * width + x] != 0 {
                let run = Self.run(source, around: y, start: x, step: width, count: height)
                guard run.count >= length else { continue }
                lines.append((x + run.lowerBound * width, width, run.count))
            }
        }
        return lines
    }

    /// Sets runs of zeros between ones of up to this length, across, then down.
    package mutating func closeGaps(ofUpTo length: Int) {
        for y in 0..<height {
            closeGaps(ofUpTo: length, start: y * width, step: 1, count: width)
        }
        for x in 0..<width { closeGaps(ofUpTo: length, start: x, step: width, count: height) }
    }

    private mutating func closeGaps(ofUpTo length: Int, start: Int, step: Int, count: Int) {
        var last: Int?
        for position in 0..<count where bits[start &+ position &* step] != 0 {
            if let last, position - last <= length + 1 {
                for gap in last..<position { bits[start &+ gap &* step] = 1 }
            }
            last = position
        }
    }

    /// The run of ones around a position of a line that begins at `start`.
    private static func run(
        _ bits: Span<UInt8>,
        around position: Int,
        start: Int,
        step: Int,
        count: Int
    ) -> Range<Int> {
        var first = position
        while first > 0, bits[start &+ (first &- 1) &* step] != 0 { first &-= 1 }
        var end = position + 1
        while end < count, bits[start &+ end &* step] != 0 { end &+= 1 }
        return first..<end
    }
}
