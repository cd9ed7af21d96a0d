/// The path under construction (ISO 32000-1, 8.5.2), its curves flattened, already in the page's space.
struct PathBuilder {
    private(set) var polygons: [[PDFPoint]] = []
    private(set) var closed: [Bool] = []
    private(set) var pointCount = 0
    private var current: PDFPoint?
    private static let pieces = 12

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
            for (start, end) in zip(polygon, polygon.dropFirst()) {
                path.append(Self.bar(from: start, to: end, width: width))
            }
            if isClosed, let first = polygon.first, let last = polygon.last, first != last {
                path.append(Self.bar(from: last, to: first, width: width))
            }
        }
        return path
    }

    private static func bar(from: PDFPoint, to: PDFPoint, width: Double) -> [PDFPoint] {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0, length.isFinite else { return [from, to] }
        let (x, y) = (-dy / length * width / 2, dx / length * width / 2)
        let corners = [
            PDFPoint(from.x + x, from.y + y), PDFPoint(to.x + x, to.y + y),
            PDFPoint(to.x - x, to.y - y), PDFPoint(from.x - x, from.y - y),
        ]
        guard dx == 0 || dy == 0 else { return corners }
        // All upright bars go round the same way, so that they are known to be rectangles.
        let box = PDFRectangle(corners[0], corners[2])
        return box.corners
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
