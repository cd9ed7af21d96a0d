extension Span where Element == UInt8 {
    /// Sixteen bytes at once: a picture is measured in lanes, one check of the bounds for each.
    @inline(__always)
    func lanes(at offset: Int) -> SIMD16<UInt8> {
        unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
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
