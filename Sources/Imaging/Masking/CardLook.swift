public import Registration

/// What tells whether a card fills a picture, and whether anything written stays outside of masks.
public struct CardLook: Sendable {
    /// The width at which it is looked at: the text of a card is then as high as that of a page.
    private static let width = 640
    /// The side of the tiles in which ink is counted.
    private static let tile = 16
    /// How far in from an edge steps of light are looked for, in parts of the height.
    private static let rim = 0.055
    /// The pieces of an edge, each judged by itself, for a card never lies quite straight.
    private static let pieces = 12

    /// The faces, as squares.
    public let faces: [RelativeBox]
    /// The lowest luma of an edge: the median of its outermost pixels.
    public let darkestEdge: Int
    /// The highest luma of an edge.
    public let brightestEdge: Int
    /// The largest step of light along an edge: where a card ends within the picture there is one.
    public let largestStep: Int
    private let ink: BinaryMask

    /// Looks at a picture, upright.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - facts: What was measured of it.
    ///   - portrait: Where to look for faces.
    ///   - cascade: What finds faces; without it none are found.
    ///   - limits: What the picture may claim.
    /// - Throws: `ImagingError` if it cannot be decoded.
    public init(
        _ bytes: Span<UInt8>,
        facts: PictureFacts,
        portrait: RelativeBox,
        cascade: FaceCascade?,
        limits: DecodeLimits = DecodeLimits()
    ) throws(ImagingError) {
        let turn = PictureTurn(orientation: facts.orientation)
        let decoded = try PictureDecoder.decode(bytes, enough: 4_000_000, limits: limits)
        var plane = LumaPlane(decoded.pixels.turned(by: turn))
        while plane.width >= 2 * Self.width { plane = plane.halved }
        plane = plane.interpolated(
            width: Self.width,
            height: max(plane.height * Self.width / plane.width, 1)
        )
        faces = cascade.map { Self.faces(in: plane, portrait, $0) } ?? []
        let edges = Self.edges(of: plane)
        darkestEdge = edges.map(\.light).min() ?? 0
        brightestEdge = edges.map(\.light).max() ?? 255
        largestStep = edges.map(\.step).max() ?? 255
        ink = InkMask(plane).mask
    }

    /// The share of ink in the tile that has the most of it, of what lies outside of some parts.
    ///
    /// - Parameter parts: What is hidden, or may bear print.
    /// - Returns: From 0 to 1.
    public func inkOutside(of parts: [RelativeBox]) -> Double {
        let size = PixelSize(width: ink.width, height: ink.height)
        var isHidden = [Bool](repeating: false, count: size.area)
        for part in parts.map({ $0.region(in: size) }) {
            for y in part.y..<part.y + part.height {
                for x in part.x..<part.x + part.width { isHidden[y * size.width + x] = true }
            }
        }
        let columns = size.width / Self.tile
        var counts = [Int](repeating: 0, count: columns * (size.height / Self.tile))
        for y in 0..<size.height / Self.tile * Self.tile {
            for x in 0..<columns * Self.tile {
                let place = y * size.width + x
                guard ink.bits[place] != 0, !isHidden[place] else { continue }
                counts[y / Self.tile * columns + x / Self.tile] += 1
            }
        }
        return Double(counts.max() ?? 0) / Double(Self.tile * Self.tile)
    }

    /// Faces in a part of the picture, as parts of the whole.
    private static func faces(
        in plane: LumaPlane,
        _ place: RelativeBox,
        _ cascade: FaceCascade
    ) -> [RelativeBox] {
        let part = place.region(in: PixelSize(width: plane.width, height: plane.height))
        let rows = (part.y..<part.y + part.height).flatMap { y in
            plane.samples[(y * plane.width + part.x)...].prefix(part.width)
        }
        guard let portrait = LumaPlane(width: part.width, height: part.height, samples: rows)
        else { return [] }
        let (width, height) = (Double(plane.width), Double(plane.height))
        return FaceSearch(cascade).faces(in: portrait).map { face in
            RelativeBox(
                x: Double(part.x + face.x) / width,
                y: Double(part.y + face.y) / height,
                width: Double(face.side) / width,
                height: Double(face.side) / height
            )
        }
    }

    /// The light of each edge, and the largest step that most of its pieces have near it.
    private static func edges(of plane: LumaPlane) -> [(light: Int, step: Int)] {
        let depth = max(Int(Double(plane.height) * rim), 6)
        let source = plane.samples
        func light(_ along: Range<Int>, _ deep: Int, _ side: Int) -> Int {
            let values = along.map { place in
                switch side {
                case 0: source[deep * plane.width + place]
                case 1: source[(plane.height - 1 - deep) * plane.width + place]
                case 2: source[place * plane.width + deep]
                default: source[place * plane.width + plane.width - 1 - deep]
                }
            }
            return Int(values.sorted()[values.count / 2])
        }
        return (0..<4).map { side in
            let length = side < 2 ? plane.width : plane.height
            // Corners are round, so what shows behind them is no part of the card.
            let first = length * 8 / 100
            let piece = (length - 2 * first) / pieces
            let profiles = (0..<pieces).map { number in
                let start = first + number * piece
                return (0..<depth).map { light(start..<start + piece, $0, side) }
            }
            let steps = profiles.map { profile in (profile.max() ?? 0) - (profile.min() ?? 0) }
            let outer = profiles.map { $0[0] }.sorted()
            // A third of the pieces is enough to tell: the card may run over the edge elsewhere.
            return (outer[outer.count / 2], steps.sorted()[pieces * 2 / 3])
        }
    }
}
