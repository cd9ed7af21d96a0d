extension ContentInterpreter {
    mutating func construct(_ known: ContentOperator) throws(PDFReadingError) {
        let matrix = state.matrix
        switch known {
        case .move, .line:
            let at = try operands(2)
            let point = matrix(at[at.startIndex], at[at.startIndex + 1])
            if known == .move { path.move(to: point) } else { try path.line(to: point) }
        case .curve, .curveFromCurrent, .curveToFinal: try curve(known)
        case .close: path.close()
        default:
            let box = try operands(4)
            let first = box.startIndex
            let (x, y, width, height) = (box[first], box[first + 1], box[first + 2], box[first + 3])
            path.rectangle([
                matrix(x, y), matrix(x + width, y), matrix(x + width, y + height),
                matrix(x, y + height),
            ])
        }
        guard path.pointCount <= limits.points else { throw PDFReadingError(.overLimit, at: 0) }
    }

    private mutating func curve(_ known: ContentOperator) throws(PDFReadingError) {
        let numbers = Array(try operands(known == .curve ? 6 : 4))
        let points = stride(from: 0, to: numbers.count, by: 2).map {
            state.matrix(numbers[$0], numbers[$0 + 1])
        }
        guard let current = path.currentPoint else { throw PDFReadingError(.badContent, at: 0) }
        switch known {
        case .curve: try path.curve(points[0], points[1], to: points[2])
        case .curveFromCurrent: try path.curve(current, points[0], to: points[1])
        default: try path.curve(points[0], points[1], to: points[1])
        }
    }

    mutating func paint(_ known: ContentOperator) throws(PDFReadingError) {
        let isClosed = [.closeStroke, .closeFillStroke, .closeFillStrokeEvenOdd].contains(known)
        if isClosed { path.close() }
        let isEvenOdd =
            known == .fillEvenOdd || known == .fillStrokeEvenOdd || known == .closeFillStrokeEvenOdd
        let strokes = isClosed || [.stroke, .fillStroke, .fillStrokeEvenOdd].contains(known)
        let fills = known != .stroke && known != .closeStroke && known != .endPath
        if fills, !path.isEmpty {
            try add(.fill, path.filled, state.fill, isEvenOdd: isEvenOdd)
        }
        if strokes, !path.isEmpty {
            // The thinnest line that a device can draw has a width all the same.
            let width = max(state.lineWidth * state.matrix.scale, 0.1)
            guard path.pointCount <= limits.points / 4 else {
                throw PDFReadingError(.overLimit, at: 0)
            }
            try add(.stroke, path.stroked(width: width), state.stroke)
        }
        if pendingClip { clip(to: path.filled) }
        pendingClip = false
        path = PathBuilder()
    }

    mutating func add(
        _ kind: PDFShape.Kind,
        _ path: PDFPath,
        _ colour: PDFColour?,
        isEvenOdd: Bool = false
    ) throws(PDFReadingError) {
        let shape = PDFShape(
            kind: kind,
            path: path,
            isEvenOdd: isEvenOdd,
            colour: colour ?? .middle,
            clip: state.clip
        )
        try result.add(shape, limits: limits)
    }

    /// Keeps to the box of a path from now on.
    mutating func clip(to path: PDFPath) {
        if path.rectangles?.count != 1 { result.unfollowed.insert(.clip) }
        let nothing = PDFRectangle(PDFPoint(0, 0), PDFPoint(0, 0))
        state.clip = state.clip.intersection(path.box ?? nothing)
    }

    /// Paints all that the clip leaves with what is not drawn here.
    mutating func paintClip(_ reason: PDFUnfollowed) throws(PDFReadingError) {
        result.unfollowed.insert(reason)
        try add(.other, PDFPath(state.clip, .identity), nil)
    }
}
