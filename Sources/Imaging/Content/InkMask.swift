/// Where a picture is darker than its surroundings.
///
/// The threshold is a mean of the neighbourhood, so that shadows and tinted paper are no ink.
package struct InkMask: Sendable {
    /// The neighbourhood reaches this far to each side: 31x31 pixels.
    static let reach = 15
    /// How much darker than the mean ink is.
    static let darkness = 14

    /// One byte a pixel, 1 for ink.
    package let mask: BinaryMask
    /// The share of ink pixels when single dark pixels (dust) do not count.
    package let share: Double

    /// Finds the ink on the text-sized plane of a picture.
    package init(_ plane: LumaPlane) {
        var window = ColumnSums(plane, reach: Self.reach)
        let samples = plane.samples.span
        let cleanPlane = plane.median
        let clean = cleanPlane.samples.span
        var cleanCount = 0
        let bits = [UInt8](capacity: samples.count) { output in
            for y in 0..<plane.height {
                window.moveToRow(y, of: samples)
                let row = y * plane.width..<(y + 1) * plane.width
                let line = samples.extracting(row)
                let cleanLine = clean.extracting(row)
                window.visit { x, sum, area in
                    // mean - luma > darkness, without the division.
                    let limit = sum &- Self.darkness &* area
                    output.append(Int(line[x]) &* area < limit ? 1 : 0)
                    if Int(cleanLine[x]) &* area < limit { cleanCount &+= 1 }
                }
            }
        }
        mask = BinaryMask(width: plane.width, height: plane.height, bits: bits)
        share = Double(cleanCount) / Double(samples.count)
    }
}
