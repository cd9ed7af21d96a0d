/// The atoms of one line.
struct LineSpan {
    let start: Int
    /// The end of what is seen; only spaces follow.
    let inkEnd: Int
    /// The end of the text, before a line feed.
    let end: Int
    /// The start of the next line: past the line feed, if one ends the line.
    let next: Int
    /// How far the line is set in, in millimetres.
    let indent: Double
    /// Whether it ends the paragraph, or a line feed ends it.
    let isLast: Bool
}

/// Finds the ends of lines: as much as fits, marks squeezed in first, else pushed out (CLREQ 3.1.4).
struct LineBreaker {
    private let text: AtomText
    private let paragraph: Paragraph
    private let rules: BreakRules
    private let metrics: LineMetrics

    init(_ text: AtomText, _ paragraph: Paragraph) {
        self.text = text
        self.paragraph = paragraph
        rules = BreakRules(text)
        metrics = LineMetrics(text, hangs: paragraph.hangsPunctuation)
    }

    /// The lines from the first to the last, one at least.
    func lines() -> [LineSpan] {
        var spans: [LineSpan] = []
        var start = 0
        var stop = endOfSegment(from: 0)
        while true {
            let indent = spans.isEmpty ? paragraph.indent * (text.styles.first?.em ?? 0) : 0
            let end = end(from: start, to: stop, width: paragraph.width - indent)
            let isLast = end == stop
            let feeds = isLast && stop < text.atoms.count
            spans.append(
                LineSpan(
                    start: start,
                    inkEnd: metrics.inkEnd(start, end),
                    end: end,
                    next: feeds ? end + 1 : end,
                    indent: indent,
                    isLast: isLast
                )
            )
            guard !isLast || feeds else { return spans }
            start = feeds ? end + 1 : end
            if feeds { stop = endOfSegment(from: start) }
        }
    }

    private func endOfSegment(from start: Int) -> Int {
        text.atoms[start...].firstIndex { $0.kind == .newline } ?? text.atoms.count
    }

    private func end(from start: Int, to stop: Int, width: Double) -> Int {
        guard start < stop else { return stop }
        let limit = width + Typesetter.tolerance
        var best: Int?
        var isShort = true
        for end in start + 1...stop {
            guard end == stop || rules.mayBreak(before: end) else {
                if metrics.isOverfull(start, end, limit) { break }
                continue
            }
            let natural = metrics.natural(start, end, within: limit)
            guard natural > limit else {
                best = end
                isShort = natural < width - Typesetter.tolerance
                continue
            }
            let squeezes = (isEven && isShort) || isOverfullByMarks(start, end, limit)
            if best == nil || squeezes, metrics.least(start, end, within: limit) <= limit {
                best = end
            }
            return best ?? emergencyEnd(from: start, to: end, limit: limit)
        }
        return best ?? emergencyEnd(from: start, to: stop, limit: limit)
    }

    /// Whether lines are even on both sides, so that the blanks of each are adjusted anyway.
    private var isEven: Bool {
        paragraph.alignment == .justified || paragraph.alignment == .distributed
    }

    /// Whether only marks that may not start the next line have no room.
    private func isOverfullByMarks(_ start: Int, _ end: Int, _ limit: Double) -> Bool {
        var last = metrics.inkEnd(start, end)
        while last > start, text.atoms[last - 1].kind.isNeverFirst { last -= 1 }
        return last > start && metrics.natural(start, last, within: limit) <= limit
    }

    /// Where to break what the rules keep whole but no line holds.
    private func emergencyEnd(from start: Int, to stop: Int, limit: Double) -> Int {
        var ends: [BreakRules.Place: Int] = [:]
        for end in start + 1..<max(stop, start + 2) {
            guard end < stop, metrics.natural(start, end, within: limit) <= limit else { break }
            ends[rules.place(before: end)] = end
        }
        for place in BreakRules.Place.allCases where place != .never {
            if let end = ends[place] { return end }
        }
        return firstEnd(after: start, to: stop)
    }

    /// The end of one atom and the spaces after it.
    private func firstEnd(after start: Int, to stop: Int) -> Int {
        var end = start + 1
        while end < stop, text.atoms[end].kind == .space { end += 1 }
        return end
    }
}
