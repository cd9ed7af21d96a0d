/// How much of what the eye sees two pictures of one size have in common.
///
/// The measure of Wang, Bovik, Sheikh and Simoncelli, 2004, over windows of 8x8 samples that overlap
/// by half.
enum StructuralSimilarity {
    private static let side = 8
    private static let step = 4
    /// (0.01 * 255)² and (0.03 * 255)², times the square of the samples of a window.
    private static let stabilizers = (6.5025 * 4096, 58.5225 * 4096)

    /// The mean over all windows: 1 for equal pictures; nil if there is no window.
    static func mean(_ left: LumaPlane, _ right: LumaPlane) -> Double? {
        guard left.width == right.width, left.height == right.height, left.width >= side,
            left.height >= side
        else { return nil }
        var sum = 0.0
        var count = 0
        let (first, second) = (left.samples.span, right.samples.span)
        for y in stride(from: 0, through: left.height - side, by: step) {
            for x in stride(from: 0, through: left.width - side, by: step) {
                sum += window(first, second, at: y &* left.width &+ x, stride: left.width)
                count += 1
            }
        }
        return sum / Double(count)
    }

    private static func window(
        _ first: Span<UInt8>,
        _ second: Span<UInt8>,
        at start: Int,
        stride: Int
    ) -> Double {
        var (a, b, aa, bb, ab): (Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0)
        for y in 0..<side {
            let row = start &+ y &* stride
            for x in 0..<side {
                let (p, q) = (Int32(first[row &+ x]), Int32(second[row &+ x]))
                a &+= p
                b &+= q
                aa &+= p &* p
                bb &+= q &* q
                ab &+= p &* q
            }
        }
        // All terms times the square of the number of samples, which cancels out.
        let n = Double(side * side)
        let (ma, mb) = (Double(a), Double(b))
        let variances = n * Double(aa) - ma * ma + n * Double(bb) - mb * mb
        let covariance = n * Double(ab) - ma * mb
        return (2 * ma * mb + stabilizers.0) * (2 * covariance + stabilizers.1)
            / ((ma * ma + mb * mb + stabilizers.0) * (variances + stabilizers.1))
    }
}
