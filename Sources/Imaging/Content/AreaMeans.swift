/// A plane squeezed into a square by exact means: a pixel that two cells share counts in both, by
/// its parts, so that the same picture at another size gives the same means.
struct AreaMeans {
    /// What one pixel has in common with a cell, along one side.
    private struct Overlap {
        let pixel: Int
        /// In parts of which `side` make a pixel and the plane's length makes a cell.
        let parts: Int
    }

    let plane: LumaPlane

    init(_ source: LumaPlane, side: Int) {
        let across = Self.overlaps(pixels: source.width, cells: side)
        let down = Self.overlaps(pixels: source.height, cells: side)
        let samples = source.samples.span
        // Down first: whole rows are added at once, and few sums are left to go across.
        var columns = [UInt32](repeating: 0, count: source.width)
        var row = [Int](repeating: 0, count: side)
        let area = source.width * source.height
        var means: [UInt8] = []
        means.reserveCapacity(side * side)
        for cell in down {
            for x in columns.indices { columns[x] = 0 }
            for part in cell { Self.add(samples, source.width, part, to: &columns) }
            for (x, parts) in across.enumerated() {
                row[x] = parts.reduce(0) { $0 &+ $1.parts &* Int(columns[$1.pixel]) }
            }
            for sum in row { means.append(UInt8(truncatingIfNeeded: (sum + area / 2) / area)) }
        }
        plane = LumaPlane(checked: means, width: side, height: side)
    }
    /// Adds a row of pixels so many times.
    private static func add(
        _ samples: Span<UInt8>,
        _ width: Int,
        _ row: Overlap,
        to columns: inout [UInt32]
    ) {
        let line = samples.extracting(row.pixel * width..<(row.pixel + 1) * width)
        let parts = UInt32(row.parts)
        var columns = columns.mutableSpan
        precondition(columns.count == line.count)
        for x in line.indices { columns[x] &+= parts &* UInt32(line[x]) }
    }

    /// For each cell, the pixels in it.
    private static func overlaps(pixels: Int, cells: Int) -> [[Overlap]] {
        (0..<cells).map { cell in
            let range = cell * pixels..<(cell + 1) * pixels
            return (range.lowerBound / cells...(range.upperBound - 1) / cells).map { pixel in
                let end = min((pixel + 1) * cells, range.upperBound)
                return Overlap(pixel: pixel, parts: end - max(pixel * cells, range.lowerBound))
            }
        }
    }
}
