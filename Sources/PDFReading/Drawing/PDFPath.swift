/// Closed polygons in the space of a page.
public struct PDFPath: Hashable, Sendable {
    /// The corners of all polygons, one polygon after the other.
    public private(set) var points: [PDFPoint] = []
    /// Where each polygon ends among the corners.
    public private(set) var ends: [Int] = []
    /// Whether every polygon is an upright rectangle, and all go round the same way: then the path covers
    /// just what they cover.
    public private(set) var isUprightRectangles = true
    private var isClockwise: Bool?

    init() {}

    /// The least rectangle around all of it; nil if it is empty.
    public var box: PDFRectangle? { PDFRectangle(around: points) }

    /// The polygons as rectangles, if they are.
    public var rectangles: [PDFRectangle]? {
        guard isUprightRectangles else { return nil }
        return stride(from: 0, to: points.count, by: 4).map {
            PDFRectangle(points[$0], points[$0 + 2])
        }
    }

    mutating func append(_ polygon: some Collection<PDFPoint>) {
        guard !polygon.isEmpty else { return }
        let start = points.count
        points += polygon
        ends.append(points.count)
        guard isUprightRectangles else { return }
        guard let turn = Self.turn(points[start...]), isClockwise ?? turn == turn else {
            isUprightRectangles = false
            return
        }
        isClockwise = turn
    }

    /// Whether an upright rectangle goes round clockwise; nil for every other polygon.
    private static func turn(_ polygon: ArraySlice<PDFPoint>) -> Bool? {
        var polygon = polygon
        if polygon.count == 5, polygon.first == polygon.last { polygon.removeLast() }
        guard polygon.count == 4 else { return nil }
        let first = polygon.startIndex
        let (a, b, c, d) = (
            polygon[first], polygon[first + 1], polygon[first + 2], polygon[first + 3]
        )
        let isFlatFirst = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x
        let isSteepFirst = a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y
        guard isFlatFirst || isSteepFirst else { return nil }
        return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) < 0
    }
}
