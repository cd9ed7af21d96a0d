/// The directional contrast-normalised Laplacian.
///
/// A second difference along each of four directions, its mean square over a tile divided by the
/// variance of the tile, which takes out how contrasty the content is. The upper quartile over the
/// tiles is what the sharpest parts have; the minimum over the directions catches motion blur,
/// which leaves one direction sharp. (The mean of a second difference over a tile is as good as
/// zero, so its mean square is its variance.)
package enum DirectionalSharpness {
    /// Tiles along the long side, before their side is rounded up to whole lanes.
    static let tilesAlong = 12
    /// Tiles of a smaller variance are paper or background: noise would look sharp.
    static let leastVariance = 100.0
    /// With fewer tiles nothing can be said.
    static let leastTiles = 3
    static let lanes = 16

    /// Measures a plane; nil if too few tiles have any contrast.
    package static func measure(_ plane: LumaPlane) -> Double? {
        let side = (plane.longSide / tilesAlong / lanes + 1) * lanes
        var ratios: [SIMD4<Double>] = []
        for top in stride(from: 1, to: plane.height - side / 2, by: side) {
            let rows = top..<min(top + side, plane.height - 1)
            for left in stride(from: 1, to: plane.width - side / 2, by: side) {
                let right = min(left + side, plane.width - 1)
                let columns = left..<left + (right - left) / lanes * lanes
                guard !columns.isEmpty, !rows.isEmpty else { continue }
                let tile = SharpnessTile(plane, rows: rows, columns: columns)
                if tile.variance > leastVariance { ratios.append(tile.differences / tile.variance) }
            }
        }
        guard ratios.count >= leastTiles else { return nil }
        return (0..<4).map { upperQuartile(ratios, $0) }.min()
    }

    private static func upperQuartile(_ ratios: [SIMD4<Double>], _ direction: Int) -> Double {
        let sorted = ratios.map { $0[direction] }.sorted()
        return sorted[(sorted.count - 1) * 3 / 4]
    }
}
