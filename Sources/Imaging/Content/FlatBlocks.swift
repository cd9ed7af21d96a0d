/// The share of 8x8 blocks that are all but one colour: little of a photograph, most of a screen.
package enum FlatBlocks {
    static let side = 8
    /// The most that luma differs within a flat block.
    static let mostDifference = 1

    /// Counts two blocks at a time; what is left over at the right and the bottom does not count.
    package static func share(_ plane: LumaPlane) -> Double {
        let samples = plane.samples.span
        let rows = plane.height / side
        let pairs = plane.width / (2 * side)
        var flat = 0
        for row in 0..<rows {
            for pair in 0..<pairs {
                let start = row * side * plane.width + pair * 2 * side
                var low = samples.lanes(at: start)
                var high = low
                for y in 1..<side {
                    let lanes = samples.lanes(at: start + y * plane.width)
                    low = low.smaller(lanes)
                    high = high.larger(lanes)
                }
                if isFlat(low.lowHalf, high.lowHalf) { flat += 1 }
                if isFlat(low.highHalf, high.highHalf) { flat += 1 }
            }
        }
        return rows * pairs == 0 ? 0 : Double(flat) / Double(2 * rows * pairs)
    }

    @inline(__always)
    private static func isFlat(_ low: SIMD8<UInt8>, _ high: SIMD8<UInt8>) -> Bool {
        Int(high.max()) - Int(low.min()) <= mostDifference
    }
}
