/// Checks that no pixel names an entry behind the end of a short palette: viewers disagree on what
/// to show then.
struct PaletteIndexCheck {
    private let bitDepth: Int
    private let entries: Int

    /// Nil where the palette has an entry for every number that a pixel can be.
    init?(_ header: PNGHeader, entries: Int) {
        guard header.colourType == .indexed, entries < 1 << header.bitDepth else { return nil }
        self.entries = entries
        bitDepth = header.bitDepth
    }

    /// Looks at a row whose filter is undone.
    func check(_ row: Span<UInt8>, width: Int) throws(DecodeFault) {
        let largest = largestIndex(row, width: width)
        guard largest < entries else {
            throw .corrupt("a pixel of colour \(largest), the palette has \(entries)")
        }
    }

    /// The largest number among the pixels; the unused bits of the last byte do not count.
    private func largestIndex(_ row: Span<UInt8>, width: Int) -> Int {
        let mask = (1 << bitDepth) - 1
        var largest = 0
        for pixel in 0..<width {
            let bit = pixel &* bitDepth
            let shift = 8 &- bitDepth &- bit & 7
            largest = max(largest, Int(row[bit >> 3]) >> shift & mask)
        }
        return largest
    }
}
