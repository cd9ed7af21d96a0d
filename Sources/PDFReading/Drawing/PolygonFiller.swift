/// Paints polygons: a pixel belongs to one if its centre lies inside.
struct PolygonFiller {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]
    private let region: PDFRectangle
    private let scale: Double
    /// How many pixels may still be painted, and edges met.
    private var allowance: Int

    init(width: Int, height: Int, region: PDFRectangle, scale: Double, allowance: Int) {
        self.width = width
        self.height = height
        self.region = region
        self.scale = scale
        self.allowance = allowance
        pixels = Array(repeating: 255, count: width * height)
    }

    mutating func fill(_ shape: PDFShape) throws(PDFReadingError) {
        let gray = shape.colour.gray
        if let rectangles = shape.path.rectangles, !shape.isEvenOdd || rectangles.count == 1 {
            for rectangle in rectangles { try fill(rectangle.intersection(shape.clip), gray) }
            return
        }
        var crossings = try crossings(of: shape.path)
        crossings.sort { ($0.row, $0.x) < ($1.row, $1.x) }
        try fill(crossings, shape, gray)
    }

    /// The pixels whose centres lie between two places, cut off at the borders.
    private func span(_ low: Double, _ high: Double, count: Int) -> Range<Int> {
        func index(_ value: Double) -> Int {
            guard value == value else { return 0 }
            return Int(min(Double(count), max(0, (value - 0.5).rounded(.up))))
        }
        let (start, end) = (index(low), index(high))
        return start..<max(start, end)
    }

    private func columns(_ low: Double, _ high: Double) -> Range<Int> {
        span((low - region.minX) * scale, (high - region.minX) * scale, count: width)
    }

    /// Rows count from above.
    private func rows(_ low: Double, _ high: Double) -> Range<Int> {
        span((region.maxY - high) * scale, (region.maxY - low) * scale, count: height)
    }

    private mutating func fill(_ box: PDFRectangle, _ gray: UInt8) throws(PDFReadingError) {
        let columns = columns(box.minX, box.maxX)
        let rows = rows(box.minY, box.maxY)
        try spend(columns.count * rows.count + 1)
        for row in rows { paint(row, columns, gray) }
    }

    private mutating func paint(_ row: Int, _ columns: Range<Int>, _ gray: UInt8) {
        let start = row * width
        for column in columns { pixels[start + column] = gray }
    }

    /// To find an edge's place and to sort it takes as long as to paint so many pixels.
    private static let crossingCost = 100
    /// The most edges met by rows of one path.
    private static let mostCrossings = 1_000_000

    private struct Crossing {
        let row: Int
        let x: Double
        let winding: Int
    }

    /// Where the edges meet the middle lines of rows.
    private mutating func crossings(of path: PDFPath) throws(PDFReadingError) -> [Crossing] {
        var crossings: [Crossing] = []
        var start = 0
        for end in path.ends {
            for place in start..<end {
                let from = path.points[place]
                let to = path.points[place + 1 < end ? place + 1 : start]
                let rows = rows(min(from.y, to.y), max(from.y, to.y))
                try spend(Self.crossingCost * rows.count + 1)
                guard crossings.count + rows.count <= Self.mostCrossings else {
                    throw PDFReadingError(.overLimit, at: 0)
                }
                for row in rows {
                    let y = region.maxY - (Double(row) + 0.5) / scale
                    let x = from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x)
                    guard x.isFinite else { continue }
                    crossings.append(Crossing(row: row, x: x, winding: from.y < to.y ? 1 : -1))
                }
            }
            start = end
        }
        return crossings
    }

    private mutating func fill(
        _ crossings: [Crossing],
        _ shape: PDFShape,
        _ gray: UInt8
    ) throws(PDFReadingError) {
        let clippedRows = rows(shape.clip.minY, shape.clip.maxY)
        var winding = 0
        for (crossing, next) in zip(crossings, crossings.dropFirst()) {
            winding += crossing.winding
            guard crossing.row == next.row else {
                winding = 0
                continue
            }
            let isInside = shape.isEvenOdd ? winding & 1 != 0 : winding != 0
            guard isInside, clippedRows.contains(crossing.row) else { continue }
            let columns = columns(
                max(crossing.x, shape.clip.minX),
                min(next.x, shape.clip.maxX)
            )
            try spend(columns.count + 1)
            paint(crossing.row, columns, gray)
        }
    }

    private mutating func spend(_ work: Int) throws(PDFReadingError) {
        allowance -= work
        guard allowance >= 0 else { throw PDFReadingError(.overLimit, at: 0) }
    }
}
