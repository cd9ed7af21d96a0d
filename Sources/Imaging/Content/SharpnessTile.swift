/// One tile of a plane: its variance, and how strong its second differences are.
///
/// Sums are kept in four lanes of 32 bits; a tile may have 66,000 pixels before one could overflow.
struct SharpnessTile {
    private(set) var variance: Double = 0
    /// The mean squares of the second differences: across, down, and along both diagonals.
    private(set) var differences: SIMD4<Double> = .zero

    /// Measures whole lanes; one pixel around them must lie in the plane too.
    init(_ plane: LumaPlane, rows: Range<Int>, columns: Range<Int>) {
        let count = Double(rows.count * columns.count)
        let (sum, squares) = Self.moments(plane, rows, columns)
        variance = squares / count - (sum / count) * (sum / count)
        // What is flat is left out anyway.
        guard variance > DirectionalSharpness.leastVariance else { return }
        let across = 1
        let down = plane.width
        let sums = Self.squares(plane, rows, columns, [across, down, down + 1, down - 1])
        differences = sums / count
    }

    private static func moments(
        _ plane: LumaPlane,
        _ rows: Range<Int>,
        _ columns: Range<Int>
    ) -> (sum: Double, squares: Double) {
        let samples = plane.samples.span
        var sum = SIMD4<Int32>.zero
        var squares = SIMD4<Int32>.zero
        for y in rows {
            let row = y * plane.width
            for x in stride(from: columns.lowerBound, to: columns.upperBound, by: 16) {
                let lanes = samples.widerLanes(at: row &+ x)
                sum &+= (lanes.even &+ lanes.odd).pairedSums
                squares &+= lanes.even.pairedSquares &+ lanes.odd.pairedSquares
            }
        }
        return (total(sum), total(squares))
    }

    private static func squares(
        _ plane: LumaPlane,
        _ rows: Range<Int>,
        _ columns: Range<Int>,
        _ steps: SIMD4<Int>
    ) -> SIMD4<Double> {
        let samples = plane.samples.span
        let zero = SIMD4<Int32>.zero
        var sums = (zero, zero, zero, zero)
        for y in rows {
            let row = y * plane.width
            for x in stride(from: columns.lowerBound, to: columns.upperBound, by: 16) {
                let offset = row &+ x
                let own = samples.widerLanes(at: offset)
                let twice = (own.even &<< 1, own.odd &<< 1)
                add(twice, samples, offset, steps[0], &sums.0)
                add(twice, samples, offset, steps[1], &sums.1)
                add(twice, samples, offset, steps[2], &sums.2)
                add(twice, samples, offset, steps[3], &sums.3)
            }
        }
        return [total(sums.0), total(sums.1), total(sums.2), total(sums.3)]
    }

    /// Adds the squares of sixteen second differences along a step.
    @inline(__always)
    private static func add(
        _ twice: (SIMD8<Int16>, SIMD8<Int16>),
        _ samples: Span<UInt8>,
        _ offset: Int,
        _ step: Int,
        _ sum: inout SIMD4<Int32>
    ) {
        let before = samples.widerLanes(at: offset &- step)
        let after = samples.widerLanes(at: offset &+ step)
        let even = before.even &+ after.even &- twice.0
        let odd = before.odd &+ after.odd &- twice.1
        sum &+= even.pairedSquares &+ odd.pairedSquares
    }

    private static func total(_ lanes: SIMD4<Int32>) -> Double {
        (0..<4).reduce(0) { $0 + Double(UInt32(bitPattern: lanes[$1])) }
    }
}
