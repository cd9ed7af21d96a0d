extension Page {
    /// The page with all that is drawn on it so many millimetres further to the right and down.
    public func moved(right: Double, down: Double = 0) -> Self {
        var moved = self
        moved.marks = marks.map { $0.moved(right, down) }
        return moved
    }
}

extension Mark {
    fileprivate func moved(_ right: Double, _ down: Double) -> Self {
        func moved(_ box: Box) -> Box {
            Box(box.x + right, box.y + down, box.width, box.height)
        }
        func moved(_ point: Point) -> Point { Point(point.x + right, point.y + down) }
        return switch self {
        case .text(let text, let at, let style): .text(text, at: moved(at), style)
        case .rule(let from, let to, let stroke): .rule(from: moved(from), to: moved(to), stroke)
        case .box(let box, let fill, let stroke): .box(moved(box), fill: fill, stroke: stroke)
        case .picture(let index, let box, let turn): .picture(index: index, moved(box), turn: turn)
        case .watermark(let mark): .watermark(mark.moved(to: moved(mark.box)))
        case .code(let modules, let box): .code(modules, moved(box))
        case .link(let box, let page): .link(moved(box), toPage: page)
        case .field(let field, let box): .field(field, moved(box))
        case .begin(.figure(let alternative, let box)):
            .begin(.figure(alternative: alternative, moved(box)))
        case .begin, .end: self
        }
    }
}

extension Watermark {
    fileprivate func moved(to box: Box) -> Self {
        var moved = self
        moved.box = box
        return moved
    }
}
