/// Counts the tiles of a picture that have contrast of their own: a blank sheet has none, however
/// unevenly it is lit.
package enum BusyTiles {
    /// Tiles along the long side.
    static let tilesAlong = 12
    static let leastSide = 16
    /// From the 5th to the 95th percentile of a tile, more than the shading of paper brings.
    static let leastContrast = 30

    /// Counts on the overview of a picture.
    package static func count(_ plane: LumaPlane) -> Int {
        let side = max(leastSide, (plane.longSide + tilesAlong - 1) / tilesAlong)
        var count = 0
        for top in stride(from: 0, to: max(plane.height - side / 2, 1), by: side) {
            for left in stride(from: 0, to: max(plane.width - side / 2, 1), by: side) {
                let levels = LightLevels(
                    plane,
                    rows: top..<min(top + side, plane.height),
                    columns: left..<min(left + side, plane.width)
                )
                if levels.percentile(95) - levels.percentile(5) > leastContrast { count += 1 }
            }
        }
        return count
    }
}

extension LightLevels {
    fileprivate init(_ plane: LumaPlane, rows: Range<Int>, columns: Range<Int>) {
        let samples = plane.samples.span
        var tile: [UInt8] = []
        tile.reserveCapacity(rows.count * columns.count)
        for y in rows {
            for x in columns { tile.append(samples[y * plane.width + x]) }
        }
        self.init(tile.span)
    }
}
