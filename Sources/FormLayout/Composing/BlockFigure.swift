import PageLayout

/// What stands between the blocks of a page and is no text.
enum BlockFigure {
    /// A line across the page.
    case rule(Double)
    /// A code in the middle; an empty place where there is none.
    case code(PageStamp?, module: Double)
    /// The place for a paragraph with answers, and the room after it.
    case hole(HoleContent, after: Double)

    /// The side of the place where there is no code, in modules.
    private static let emptySide = 45
    /// What stays white around a code (ISO/IEC 18004), in modules.
    private static let quiet = 4

    /// The height that it takes.
    var height: Double {
        switch self {
        case .rule(let thickness): thickness
        case .code(let stamp, let module):
            Double((stamp?.code.side ?? Self.emptySide) + 2 * Self.quiet) * module
        case .hole(let hole, let after): hole.height + after
        }
    }

    /// The marks in a box as wide as the page's room.
    func marks(in box: Box) -> [Mark] {
        switch self {
        case .rule(let thickness):
            let line = (Point(box.x, box.middle), Point(box.right, box.middle))
            return [.rule(from: line.0, to: line.1, Stroke(thickness))]
        case .code(let stamp, let module):
            let side = height - 2 * Double(Self.quiet) * module
            let place = Box(box.centre - side / 2, box.middle - side / 2, side, side)
            guard let stamp else {
                return [.box(place, fill: nil, stroke: Stroke(0.2, dash: 1))]
            }
            return [
                .begin(.figure(alternative: stamp.alternative, place)),
                .code(stamp.code, place), .end,
            ]
        case .hole(let hole, _): return hole.marks(in: Box(box.x, box.y, box.width, hole.height))
        }
    }
}
