/// Joins the atoms of a line to as few pieces as their spaces allow.
struct LinePieces {
    private let text: AtomText
    private let span: LineSpan
    private let spaces: [Double]

    init(_ text: AtomText, _ span: LineSpan, _ spaces: [Double]) {
        self.text = text
        self.span = span
        self.spaces = spaces
    }

    /// The pieces of a line whose first atom starts at a place; spaces at the end go with the last.
    func pieces(from start: Double) -> [SetParagraph.Piece] {
        var pieces: [SetParagraph.Piece] = []
        var x = start
        var first = span.start
        while first < span.end {
            let last = lastAtom(from: first)
            pieces.append(piece(first..<last + 1, x))
            for index in first...last { x += text.atoms[index].width + space(after: index) }
            first = last + 1
        }
        return pieces
    }

    private func space(after index: Int) -> Double {
        let place = index - span.start
        return place < spaces.count ? spaces[place] : 0
    }

    /// The last atom that can be drawn together with the first.
    private func lastAtom(from first: Int) -> Int {
        let space = space(after: first)
        let isTracked = abs(space) > Typesetter.tolerance
        // A writer would put the tracking between the halves of a dash, too.
        if isTracked, text.atoms[first].scalars > 1 { return trailing(first) }
        var last = first
        while last + 1 < span.inkEnd, mayFollow(first, last + 1, isTracked),
            abs(self.space(after: last) - space) < Typesetter.tolerance
        {
            last += 1
        }
        let isLoose = isTracked && abs(space - tracking(first)) > Typesetter.tolerance
        // For two characters, tracking saves nothing and hides that it is a single gap.
        if isLoose, last - first < 2 { last = first }
        return trailing(last)
    }

    private func mayFollow(_ first: Int, _ index: Int, _ isTracked: Bool) -> Bool {
        text.atoms[index].run == text.atoms[first].run
            && !(isTracked && text.atoms[index].scalars > 1)
    }

    /// The last of the spaces that end the line, if the atom is the last before them.
    private func trailing(_ index: Int) -> Int {
        guard index + 1 >= span.inkEnd else { return index }
        var last = index
        while last + 1 < span.end, text.atoms[last + 1].run == text.atoms[index].run { last += 1 }
        return last
    }

    private func tracking(_ index: Int) -> Double { text.tracking(of: text.atoms[index]) }

    private func piece(_ atoms: Range<Int>, _ x: Double) -> SetParagraph.Piece {
        let first = text.atoms[atoms.lowerBound]
        var style = text.styles[first.run]
        let seen = min(atoms.upperBound, span.inkEnd)
        if seen - atoms.lowerBound > 1 {
            let space = space(after: atoms.lowerBound)
            style.tracking = abs(space) > Typesetter.tolerance ? space : 0
        } else if first.scalars > 1 {
            style.tracking = 0
        }
        let inner = atoms.dropLast().reduce(0) { $0 + text.atoms[$1].width + space(after: $1) }
        return SetParagraph.Piece(
            text: text.text(atoms),
            x: x,
            style: style,
            run: first.run,
            width: inner + (atoms.last.map { text.atoms[$0].width } ?? 0)
        )
    }
}
