/// Cuts inflated data into rows and undoes their filters (ISO/IEC 15948 9.2), keeping two rows.
struct PNGRowReader {
    private let passes: [PNGPass]
    /// How far left the byte is that a filter looks at: one pixel, at least one byte.
    private let distance: Int
    private var pass = 0
    /// The row that is being read, in its pass.
    private var y = 0
    /// The filter byte and the bytes of the row so far.
    private var row: [UInt8] = []
    /// The row above with its filter undone; zeros above the first.
    private var above: [UInt8]

    init(_ header: PNGHeader, _ passes: [PNGPass]) {
        self.passes = passes
        distance = max(header.bitsPerPixel / 8, 1)
        above = Array(repeating: 0, count: passes[0].rowBytes + 1)
    }

    /// Goes over the next portion of data, which the filter check has found to fit in, and hands
    /// out each row that it completes.
    mutating func read(
        _ data: Span<UInt8>,
        _ take: (Span<UInt8>, PNGPass, Int) throws(DecodeFault) -> Void
    ) throws(DecodeFault) {
        var offset = 0
        while offset < data.count {
            if y == passes[pass].rows { beginNextPass() }
            let length = passes[pass].rowBytes + 1
            let part = data.extracting(offset..<min(offset + length - row.count, data.count))
            unsafe part.withUnsafeBufferPointer { unsafe row.append(contentsOf: $0) }
            offset += part.count
            guard row.count == length else { return }
            Self.undoFilter(of: &row, above, distance)
            try take(row.span.extracting(droppingFirst: 1), passes[pass], y)
            (row, above) = (above, row)
            row.removeAll(keepingCapacity: true)
            y += 1
        }
    }

    private mutating func beginNextPass() {
        pass += 1
        y = 0
        above = Array(repeating: 0, count: passes[pass].rowBytes + 1)
    }

    private static func undoFilter(of bytes: inout [UInt8], _ above: [UInt8], _ distance: Int) {
        let above = above.span
        var row = bytes.mutableSpan
        let first = 1..<min(distance + 1, row.count)
        let rest = first.upperBound..<row.count
        switch row[0] {
        case 1:
            for index in rest { row[index] &+= row[index &- distance] }
        case 2:
            for index in 1..<row.count { row[index] &+= above[index] }
        case 3:
            for index in first { row[index] &+= above[index] / 2 }
            for index in rest {
                let sum = UInt16(row[index &- distance]) &+ UInt16(above[index])
                row[index] &+= UInt8(truncatingIfNeeded: sum / 2)
            }
        case 4:
            for index in first { row[index] &+= above[index] }
            for index in rest {
                row[index] &+= paeth(
                    left: row[index &- distance],
                    up: above[index],
                    aboveLeft: above[index &- distance]
                )
            }
        default: break
        }
    }

    @inline(__always)
    private static func paeth(left: UInt8, up: UInt8, aboveLeft: UInt8) -> UInt8 {
        let toLeft = Int16(up) &- Int16(aboveLeft)
        let toUp = Int16(left) &- Int16(aboveLeft)
        let distances = (abs(toLeft), abs(toUp), abs(toLeft &+ toUp))
        if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
        return distances.1 <= distances.2 ? up : aboveLeft
    }
}
