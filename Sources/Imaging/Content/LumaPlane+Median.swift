extension LumaPlane {
    /// Medians of 3x3 pixels, which take dust away; the outermost pixels stay as they are.
    var median: LumaPlane {
        guard width >= 18, height >= 3 else { return self }
        let source = samples.span
        var result = samples
        for y in 1..<height - 1 {
            let row = y * width
            // The last lanes of a row overlap the ones before them rather than leave the row.
            for step in stride(from: 1, to: width - 1, by: 16) {
                let offset = row + min(step, width - 17)
                let median = Self.median(source, offset, width)
                for lane in 0..<16 { result[offset + lane] = median[lane] }
            }
        }
        return LumaPlane(checked: result, width: width, height: height)
    }

    /// Sorts the three columns, then takes the median of the largest of the smallest, the median of
    /// the middle ones and the smallest of the largest.
    @inline(__always)
    private static func median(
        _ source: Span<UInt8>,
        _ offset: Int,
        _ width: Int
    ) -> SIMD16<UInt8> {
        let left = sorted(source, offset - 1, width)
        let centre = sorted(source, offset, width)
        let right = sorted(source, offset + 1, width)
        let low = left.0.larger(centre.0).larger(right.0)
        let middle = middle(left.1, centre.1, right.1)
        let high = left.2.smaller(centre.2).smaller(right.2)
        return Self.middle(low, middle, high)
    }

    @inline(__always)
    private static func sorted(
        _ source: Span<UInt8>,
        _ offset: Int,
        _ width: Int
    ) -> (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>) {
        let upper = source.lanes(at: offset - width)
        let own = source.lanes(at: offset)
        let lower = source.lanes(at: offset + width)
        return (
            upper.smaller(own).smaller(lower), middle(upper, own, lower),
            upper.larger(own).larger(lower)
        )
    }

    @inline(__always)
    private static func middle(
        _ a: SIMD16<UInt8>,
        _ b: SIMD16<UInt8>,
        _ c: SIMD16<UInt8>
    ) -> SIMD16<UInt8> {
        a.smaller(b).larger(a.larger(b).smaller(c))
    }
}
