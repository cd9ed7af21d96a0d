extension LumaPlane {
    /// The picture at half the size: means of 2x2 pixels; an odd last row or column is left out.
    package var halved: LumaPlane {
        let halfWidth = max(width / 2, 1)
        let halfHeight = max(height / 2, 1)
        guard width > 1, height > 1 else { return self }
        let source = samples.span
        let result = [UInt8](capacity: halfWidth * halfHeight) { output in
            for y in 0..<halfHeight {
                let upper = 2 * y * width
                var x = 0
                while x + 8 <= halfWidth {
                    let mean = Self.means(source, upper + 2 * x, upper + width + 2 * x)
                    for lane in 0..<8 { output.append(mean[lane]) }
                    x += 8
                }
                while x < halfWidth {
                    let above = Int(source[upper + 2 * x]) + Int(source[upper + 2 * x + 1])
                    let lower = upper + width + 2 * x
                    let sum = above + Int(source[lower]) + Int(source[lower + 1])
                    output.append(UInt8(truncatingIfNeeded: (sum + 2) >> 2))
                    x += 1
                }
            }
        }
        return LumaPlane(checked: result, width: halfWidth, height: halfHeight)
    }

    @inline(__always)
    private static func means(_ source: Span<UInt8>, _ upper: Int, _ lower: Int) -> SIMD8<UInt8> {
        let above = source.lanes(at: upper)
        let below = source.lanes(at: lower)
        let sum =
            SIMD8<UInt16>(truncatingIfNeeded: above.evenHalf)
            &+ SIMD8<UInt16>(truncatingIfNeeded: above.oddHalf)
            &+ SIMD8<UInt16>(truncatingIfNeeded: below.evenHalf)
            &+ SIMD8<UInt16>(truncatingIfNeeded: below.oddHalf)
        return SIMD8<UInt8>(truncatingIfNeeded: (sum &+ 2) &>> 2)
    }
}
