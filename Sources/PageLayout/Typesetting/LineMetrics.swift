/// How wide atoms are in a line of their own, told from sums made once for the paragraph.
struct LineMetrics {
    private let text: AtomText
    private let hangs: Bool

    init(_ text: AtomText, hangs: Bool) {
        self.text = text
        self.hangs = hangs
    }

    /// The end of what is seen.
    func inkEnd(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, text.atoms[end - 1].kind == .space { end -= 1 }
        return end
    }

    /// The width as it comes; a mark that has no room within the limit hangs, where it may.
    func natural(_ start: Int, _ end: Int, within limit: Double) -> Double {
        let end = inkEnd(start, end)
        let width = width(start, end)
        guard hangs, width > limit, mayHang(start, end) else { return width }
        return self.width(start, end - 1)
    }

    /// The width with all blanks as small as they may be.
    func least(_ start: Int, _ end: Int, within limit: Double) -> Double {
        var end = inkEnd(start, end)
        if hangs, width(start, end) > limit, mayHang(start, end) { end -= 1 }
        return width(start, end) - slack(start, end)
    }

    /// Whether the last atom lies beyond a limit even with all blanks as small as they may be.
    func isOverfull(_ start: Int, _ end: Int, _ limit: Double) -> Bool {
        let place = text.places[end - 1] - text.slack[end - 1]
        return text.atoms[end - 1].kind != .space
            && place - text.places[start] + text.slack[start] - startTrim(start) > limit
    }

    /// Whether the last mark may hang: one 。，or 、that follows no other mark (CLREQ 3.1.7).
    func mayHang(_ start: Int, _ end: Int) -> Bool {
        guard end - start > 1 else { return false }
        let (last, previous) = (text.atoms[end - 1], text.atoms[end - 2])
        return (last.scalar == "。" || last.scalar == "，" || last.scalar == "、")
            && !previous.kind.isAdjustable && !previous.kind.isSpace
    }

    /// The width of atoms that all are seen, without the blanks of marks at the edges (CLREQ 3.1.6.3).
    func width(_ start: Int, _ end: Int) -> Double {
        guard end > start else { return 0 }
        let last = text.atoms[end - 1]
        return text.places[end - 1] + last.width - text.places[start]
            - startTrim(start) - text.right(of: last) - endTrim(start, end)
    }

    /// The blank cut from the left of the first atom.
    func startTrim(_ start: Int) -> Double {
        let first = text.atoms[start]
        return first.kind == .opening ? text.left(of: first) : 0
    }

    /// The blank cut from the left of the last atom, for a · to be half an em wide at the line's end.
    func endTrim(_ start: Int, _ end: Int) -> Double {
        guard end - start > 1, text.atoms[end - 1].kind == .interpunct else { return 0 }
        return text.joints[end - 2].give == .interpunct ? text.joints[end - 2].shrink : 0
    }

    private func slack(_ start: Int, _ end: Int) -> Double {
        guard end > start else { return 0 }
        return text.slack[end - 1] - text.slack[start] - endTrim(start, end)
    }
}
