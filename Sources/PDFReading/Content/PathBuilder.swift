/// The path under construction (ISO 32000-1, 8.5.2), its curves flattened, already in the page's space.
struct PathBuilder {
    private(set) var polygons: [[PDFPoint]] = []
    private(set) var closed: [Bool] = []
    private(set) var pointCount = 0
    private var current: PDFPoint?
    private static let pieces = 32

    var isEmpty: Bool { polygons.isEmpty }

    mutating func move(to point: PDFPoint) {
        polygons.append([point])
        closed.append(false)
        pointCount += 1
        current = point
    }

    mutating func line(to point: PDFPoint) throws(PDFReadingError) {
        guard let current else { throw PDFReadingError(.badContent, at: 0) }
        let last = polygons.count - 1
        // After a polygon was closed, the next line begins another one where that one began.
        if closed[last] { move(to: current) }
        polygons[polygons.count - 1].append(point)
        pointCount += 1
        self.current = point
    }

    mutating func curve(
        _ first: PDFPoint,
        _ second: PDFPoint,
        to end: PDFPoint
    ) throws(PDFReadingError) {
        guard let start = current else { throw PDFReadingError(.badContent, at: 0) }
        for piece in 1...Self.pieces {
            let t = Double(piece) / Double(Self.pieces)
            let u = 1 - t
            let (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            try line(
                to: PDFPoint(
                    a * start.x + b * first.x + c * second.x + d * end.x,
                    a * start.y + b * first.y + c * second.y + d * end.y
                )
            )
        }
    }

    var currentPoint: PDFPoint? { current }

    mutating func close() {
        guard let last = polygons.indices.last else { return }
        closed[last] = true
        current = polygons[last].first
    }

    mutating func rectangle(_ corners: [PDFPoint]) {
        polygons.append(corners)
        closed.append(true)
        pointCount += corners.count
        current = corners.first
    }

    /// What a fill covers.
    var filled: PDFPath {
        var path = PDFPath()
        for polygon in polygons { path.append(polygon) }
        return path
    }

    /// What lines of a width cover, without regard to how their ends and corners look.
    func stroked(width: Double) -> PDFPath {
        var path = PDFPath()
        for (polygon, isClosed) in zip(polygons, closed) {
            var corners = polygon
            if isClosed, let first = polygon.first { corners.append(first) }
            for place in corners.indices.dropLast() {
                var bar = Bar(from: corners[place], to: corners[place + 1], width: width)
                bar.isJoinedBefore = isClosed || place > 0
                bar.isJoinedAfter = isClosed || place + 2 < corners.count
                path.append(bar.corners)
            }
        }
        return path
    }
}

/// A straight piece of a line.
private struct Bar {
    let from: PDFPoint
    let to: PDFPoint
    let width: Double
    /// Whether another piece meets this one: then it reaches as far as a right angle needs.
    var isJoinedBefore = false
    var isJoinedAfter = false

    init(from: PDFPoint, to: PDFPoint, width: Double) {
        (self.from, self.to, self.width) = (from, to, width)
    }

    var corners: [PDFPoint] {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0, length.isFinite else { return [] }
        let (along, across) = (dx / length * width / 2, dy / length * width / 2)
        let before = isJoinedBefore ? 1.0 : 0
        let after = isJoinedAfter ? 1.0 : 0
        let start = PDFPoint(from.x - before * along, from.y - before * across)
        let end = PDFPoint(to.x + after * along, to.y + after * across)
        let corners = [
            PDFPoint(start.x - across, start.y + along), PDFPoint(end.x - across, end.y + along),
            PDFPoint(end.x + across, end.y - along), PDFPoint(start.x + across, start.y - along),
        ]
        // All upright bars go round the same way, so that they are known to be rectangles.
        return dx == 0 || dy == 0 ? PDFRectangle(corners[0], corners[2]).corners : corners
    }
}

extension PDFPath {
    /// A rectangle brought onto the page.
    init(_ box: PDFRectangle, _ matrix: PDFMatrix) {
        self.init()
        append(box.corners.map { matrix($0.x, $0.y) })
    }

    init(_ corners: [PDFPoint]) {
        self.init()
        append(corners)
    }
}

extension PDFMatrix {
    /// A matrix of six numbers.
    init(_ numbers: [Double]) {
        self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }
}
