extension Span where Element == UInt8 {
    /// Sixteen bytes at once: a picture is measured in lanes, one check of the bounds for each.
    @inline(__always)
    func lanes(at offset: Int) -> SIMD16<UInt8> {
        unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    }

    /// Sixteen bytes in lanes of 16 bits, those at even and those at odd places.
    ///
    /// Masks and shifts stay in registers, while the conversions of SIMD types are function calls.
    @inline(__always)
    func widerLanes(at offset: Int) -> (even: SIMD8<Int16>, odd: SIMD8<Int16>) {
        let both = unsafe bytes.unsafeLoadUnaligned(
            fromByteOffset: offset,
            as: SIMD8<Int16>.self
        )
        return (both & 0xFF, (both &>> 8) & 0xFF)
    }
}

extension SIMD8 where Scalar == Int16 {
    /// Pairs of neighbours in lanes of 32 bits.
    @inline(__always)
    private var pairs: (SIMD4<Int32>, SIMD4<Int32>) {
        let both = unsafe unsafeBitCast(self, to: SIMD4<Int32>.self)
        return ((both &<< 16) &>> 16, both &>> 16)
    }

    /// The sum of each pair of neighbours.
    @inline(__always)
    var pairedSums: SIMD4<Int32> {
        let pairs = pairs
        return pairs.0 &+ pairs.1
    }

    /// The sum of the squares of each pair of neighbours.
    @inline(__always)
    var pairedSquares: SIMD4<Int32> {
        let pairs = pairs
        return pairs.0 &* pairs.0 &+ pairs.1 &* pairs.1
    }
}

extension SIMD16 where Scalar == UInt8 {
    /// The smaller one of each pair.
    @inline(__always)
    func smaller(_ other: Self) -> Self { replacing(with: other, where: other .< self) }

    /// The larger one of each pair.
    @inline(__always)
    func larger(_ other: Self) -> Self { replacing(with: other, where: other .> self) }
}
