import PageLayout

/// What stands between the blocks of a page and is no text.
enum BlockFigure {
    /// A line across the page.
    case rule(Double)
    /// A code.
    case code(CodeFigure)
    /// The place for a paragraph with answers, and the room after it.
    case hole(HoleContent, after: Double)

    /// The height that it takes.
    var height: Double {
        switch self {
        case .rule(let thickness): thickness
        case .code(let code): code.height
        case .hole(let hole, let after): hole.height + after
        }
    }

    /// The marks in a box as wide as the page's room.
    func marks(in box: Box) -> [Mark] {
        switch self {
        case .rule(let thickness):
            let line = (Point(box.x, box.middle), Point(box.right, box.middle))
            return [.rule(from: line.0, to: line.1, Stroke(thickness))]
        case .code(let code): return code.marks(in: box)
        case .hole(let hole, _): return hole.marks(in: Box(box.x, box.y, box.width, hole.height))
        }
    }
}
