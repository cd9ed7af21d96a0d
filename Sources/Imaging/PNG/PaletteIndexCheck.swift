/// Checks that no pixel names an entry behind the end of a short palette: viewers disagree on what
/// to show then.
///
/// The indices are known only once the rows' filters are undone, so this keeps one row.
struct PaletteIndexCheck {
    private let passes: [PNGPass]
    private let bitDepth: Int
    private let entries: Int
    private var pass = 0
    private var rowsLeft: Int
    /// The filter byte and the bytes of the row so far.
    private var row: [UInt8] = []
    /// The row above, its filter undone.
    private var above: [UInt8]

    /// Nil where the palette has an entry for every number that a pixel can be.
    init?(_ header: PNGHeader, entries: Int, _ passes: [PNGPass]) {
        guard header.colourType == .indexed, entries < 1 << header.bitDepth else { return nil }
        self.passes = passes
        self.entries = entries
        bitDepth = header.bitDepth
        rowsLeft = passes[0].rows
        above = Array(repeating: 0, count: passes[0].rowBytes)
    }

    /// Goes over the next portion of data, which the filter check has found to fit in.
    mutating func check(_ data: Span<UInt8>) throws(DecodeFault) {
        var offset = 0
        while offset < data.count {
            if rowsLeft == 0 { beginNextPass() }
            let part = min(passes[pass].rowBytes + 1 - row.count, data.count - offset)
            for index in offset..<offset + part { row.append(data[index]) }
            offset += part
            if row.count > passes[pass].rowBytes { try finishRow() }
        }
    }

    private mutating func beginNextPass() {
        pass += 1
        rowsLeft = passes[pass].rows
        above = Array(repeating: 0, count: passes[pass].rowBytes)
    }

    private mutating func finishRow() throws(DecodeFault) {
        undoFilter()
        let largest = largestIndex()
        guard largest < entries else {
            throw .corrupt("a pixel of colour \(largest), the palette has \(entries)")
        }
        row.removeAll(keepingCapacity: true)
        rowsLeft -= 1
    }

    /// ISO/IEC 15948 9.2, for pixels of one byte or less; leaves the row in `above`.
    private mutating func undoFilter() {
        let filter = row[0]
        var left = 0
        var aboveLeft = 0
        for index in above.indices {
            let up = Int(above[index])
            let prediction =
                switch filter {
                case 1: left
                case 2: up
                case 3: (left + up) / 2
                case 4: Self.paeth(left, up, aboveLeft)
                default: 0
                }
            left = (Int(row[index + 1]) + prediction) & 0xFF
            aboveLeft = up
            above[index] = UInt8(left)
        }
    }

    private static func paeth(_ left: Int, _ up: Int, _ aboveLeft: Int) -> Int {
        let estimate = left + up - aboveLeft
        let distances = (abs(estimate - left), abs(estimate - up), abs(estimate - aboveLeft))
        if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
        return distances.1 <= distances.2 ? up : aboveLeft
    }

    /// The largest number among the pixels; the unused bits of the last byte do not count.
    private func largestIndex() -> Int {
        guard bitDepth < 8 else { return Int(above.max() ?? 0) }
        let mask = (1 << bitDepth) - 1
        var largest = 0
        for pixel in 0..<passes[pass].width {
            let bit = pixel * bitDepth
            let shift = 8 - bitDepth - bit % 8
            largest = max(largest, Int(above[bit / 8]) >> shift & mask)
        }
        return largest
    }
}
