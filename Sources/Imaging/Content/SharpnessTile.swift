/// One tile of a plane: its variance, and how strong its second differences are.
///
/// Sums are kept in lanes of 32 bits; a tile may have 90,000 pixels before one could overflow.
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
        var sum = SIMD8<UInt32>.zero
        var squares = SIMD8<UInt32>.zero
        for y in rows {
            let row = y * plane.width
            for x in stride(from: columns.lowerBound, to: columns.upperBound, by: 16) {
                let wide = SIMD16<UInt16>(truncatingIfNeeded: samples.lanes(at: row + x))
                let square = wide &* wide
                sum &+= SIMD8<UInt32>(truncatingIfNeeded: wide.lowHalf &+ wide.highHalf)
                squares &+= SIMD8<UInt32>(truncatingIfNeeded: square.lowHalf)
                squares &+= SIMD8<UInt32>(truncatingIfNeeded: square.highHalf)
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
        var sums = (
            SIMD8<UInt32>.zero, SIMD8<UInt32>.zero, SIMD8<UInt32>.zero, SIMD8<UInt32>.zero
        )
        for y in rows {
            let row = y * plane.width
            for x in stride(from: columns.lowerBound, to: columns.upperBound, by: 16) {
                let offset = row + x
                let twice = SIMD16<Int16>(truncatingIfNeeded: samples.lanes(at: offset)) &<< 1
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
        _ twice: SIMD16<Int16>,
        _ samples: Span<UInt8>,
        _ offset: Int,
        _ step: Int,
        _ sum: inout SIMD8<UInt32>
    ) {
        let before = SIMD16<Int16>(truncatingIfNeeded: samples.lanes(at: offset - step))
        let after = SIMD16<Int16>(truncatingIfNeeded: samples.lanes(at: offset + step))
        let difference = before &+ after &- twice
        let low = SIMD8<Int32>(truncatingIfNeeded: difference.lowHalf)
        let high = SIMD8<Int32>(truncatingIfNeeded: difference.highHalf)
        sum &+= SIMD8<UInt32>(truncatingIfNeeded: low &* low &+ high &* high)
    }

    private static func total(_ lanes: SIMD8<UInt32>) -> Double {
        (0..<8).reduce(0) { $0 + Double(lanes[$1]) }
    }
}
