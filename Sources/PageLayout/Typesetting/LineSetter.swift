/// Puts the atoms of a line in their places.
struct LineSetter {
    private let text: AtomText
    private let paragraph: Paragraph
    private let metrics: LineMetrics

    /// How far below the top of its em square a character stands on its baseline, in ems.
    private static let ascent = 0.88

    init(_ text: AtomText, _ paragraph: Paragraph) {
        self.text = text
        self.paragraph = paragraph
        metrics = LineMetrics(text, hangs: paragraph.hangsPunctuation)
    }

    /// The line with its top edge at a height.
    func line(_ span: LineSpan, top: Double) -> SetParagraph.Line {
        let room = paragraph.width - span.indent
        let adjusted = LineAdjustment(text, metrics, span, to: room, stretches: stretches(span))
        let em = largestEm(span)
        let height =
            switch paragraph.leading {
            case .multiple(let factor): em * factor
            case .fixed(let height): height
            }
        return SetParagraph.Line(
            pieces: LinePieces(text, span, adjusted.spaces)
                .pieces(from: span.indent + offset(of: adjusted, in: room) - startTrim(span)),
            baseline: top + (height - em) / 2 + em * Self.ascent,
            height: height,
            width: adjusted.width,
            ending: text.text(span.end..<span.next)
        )
    }

    private func stretches(_ span: LineSpan) -> Bool {
        switch paragraph.alignment {
        case .justified: !span.isLast
        case .distributed: true
        case .start, .centre, .end: false
        }
    }

    private func startTrim(_ span: LineSpan) -> Double {
        span.inkEnd > span.start ? metrics.startTrim(span.start) : 0
    }

    private func offset(of line: LineAdjustment, in room: Double) -> Double {
        switch paragraph.alignment {
        case .start, .justified: 0
        // A label of one character has nothing to spread.
        case .centre, .distributed: (room - line.width) / 2
        case .end: room - line.width
        }
    }

    /// The em of the largest style in the line, or of the style at its place if it is empty.
    private func largestEm(_ span: LineSpan) -> Double {
        guard span.start < span.end else {
            let style =
                span.start < text.atoms.count
                ? text.styles[text.atoms[span.start].run] : text.styles.last
            return style?.em ?? 0
        }
        return text.atoms[span.start..<span.end].reduce(0) { max($0, text.em(of: $1)) }
    }
}
