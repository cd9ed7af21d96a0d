/// The share of white around the head of an identity photo.
///
/// Strips down both sides and along the outer parts of the top are looked at, where no head and no
/// shoulder is: hair may come within two hundredths of the middle of the top (GA 461-2004). The
/// outermost hundredth is left out, for scanners leave frames there.
package enum WhiteBackground {
    /// Hundredths of a side: the frame, the width of the strips, how long those along the top are,
    /// how far down those at the sides go.
    static let frame = 1
    static let strip = 6
    static let topLength = 30
    static let sideDepth = 45
    /// White is at least this bright, and its channels differ no more than this.
    static let leastLuma = 225
    static let mostChroma = 22

    /// Measures a picture in colour or gray; nil if it is too small to have strips.
    package static func share(_ pixels: PixelBuffer) -> Double? {
        let frame = max(2, pixels.width * frame / 100)
        let top = frame + max(4, pixels.height * strip / 100)
        let side = max(4, pixels.width * strip / 100)
        let corner = pixels.width * topLength / 100
        let bottom = pixels.height * sideDepth / 100
        let right = pixels.width - frame
        guard top < bottom, 2 * (frame + max(side, corner)) <= pixels.width else { return nil }
        let areas = [
            (frame..<top, frame..<frame + corner), (frame..<top, right - corner..<right),
            (top..<bottom, frame..<frame + side), (top..<bottom, right - side..<right),
        ]
        var white = 0
        var total = 0
        for (rows, columns) in areas {
            total += rows.count * columns.count
            for y in rows {
                for x in columns where isWhite(pixels, y * pixels.width + x) { white += 1 }
            }
        }
        return Double(white) / Double(total)
    }

    private static func isWhite(_ pixels: PixelBuffer, _ pixel: Int) -> Bool {
        let samples = pixels.samples.span
        guard pixels.channels == 3 else { return Int(samples[pixel]) >= leastLuma }
        let red = samples[3 * pixel]
        let green = samples[3 * pixel + 1]
        let blue = samples[3 * pixel + 2]
        let chroma = Int(max(red, green, blue)) - Int(min(red, green, blue))
        let luma = LumaPlane.luma(red: UInt32(red), green: UInt32(green), blue: UInt32(blue))
        return chroma <= mostChroma && Int(luma) >= leastLuma
    }
}
