/// A plane squeezed into a square by exact means: a pixel that two cells share counts in both, by
/// its parts, so that the same picture at another size gives the same means.
struct AreaMeans {
    /// What one pixel has in common with one cell, along one side.
    private struct Overlap {
        let pixel: Int
        let cell: Int
        /// In parts of which `side` make a pixel and the plane's length makes a cell.
        let parts: Int
    }

    let plane: LumaPlane

    init(_ source: LumaPlane, side: Int) {
        let across = Self.overlaps(pixels: source.width, cells: side)
        let samples = source.samples.span
        var row = [Int](repeating: 0, count: side)
        var sums = [Int](repeating: 0, count: side * side)
        var last: Int?
        for down in Self.overlaps(pixels: source.height, cells: side) {
            if last != down.pixel {
                row = Array(repeating: 0, count: side)
                let start = down.pixel * source.width
                for part in across {
                    row[part.cell] &+= part.parts &* Int(samples[start &+ part.pixel])
                }
                last = down.pixel
            }
            let start = down.cell * side
            for x in 0..<side { sums[start &+ x] &+= down.parts &* row[x] }
        }
        let area = source.width * source.height
        plane = LumaPlane(
            checked: sums.map { UInt8(truncatingIfNeeded: ($0 + area / 2) / area) },
            width: side,
            height: side
        )
    }

    private static func overlaps(pixels: Int, cells: Int) -> [Overlap] {
        var overlaps: [Overlap] = []
        for pixel in 0..<pixels {
            let start = pixel * cells
            for cell in start / pixels...(start + cells - 1) / pixels {
                let end = min(start + cells, (cell + 1) * pixels)
                let parts = end - max(start, cell * pixels)
                overlaps.append(Overlap(pixel: pixel, cell: cell, parts: parts))
            }
        }
        return overlaps
    }
}
