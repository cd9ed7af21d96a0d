/// What lies between two atoms of a line: the space that is added there, and how far it gives way.
struct Joint {
    /// The kinds of places that give way, in the order in which they do (CLREQ 3.5.3).
    enum Give: Int, CaseIterable {
        case wordSpace
        case interpunct
        case bracket
        case comma
        case gap
        case stop
        case nothing
    }

    /// What is added between the frames of the atoms; less than 0 where two marks meet.
    var space = 0.0
    var give = Give.nothing
    /// How much may be taken away.
    var shrink = 0.0
    /// How much may be added before other places get something too.
    var stretch = 0.0
    /// Whether a line is spaced out here if all else is not enough.
    var isOpen = false
    /// Whether it may be spaced out at all: not within a Western word.
    var isElastic = false
}

extension Joint {
    /// The gap between Han and Western characters, and how far it gives way, in ems (CLREQ 3.2.2, 3.5).
    private static let gap = (natural: 0.25, least: 0.125, most: 0.5)
    /// The least and the most that a word space may become, in ems (CLREQ 3.5.3, 3.5.4).
    private static let wordSpace = (least: 0.25, most: 0.5)

    /// The joint after an atom.
    init(in text: AtomText, after index: Int) {
        guard index + 1 < text.atoms.count else { return }
        let (left, right) = (text.atoms[index], text.atoms[index + 1])
        guard left.kind != .newline, right.kind != .newline else { return }
        space = text.tracking(of: left)
        if left.kind.isSpace {
            joinSpace(in: text, at: index)
        } else if !right.kind.isSpace {
            joinVisible(in: text, left, right)
        }
    }

    private mutating func joinSpace(in text: AtomText, at index: Int) {
        let (space, right) = (text.atoms[index], text.atoms[index + 1])
        guard index > 0, !right.kind.isSpace, !text.atoms[index - 1].kind.isSpace else {
            return giveAsWordSpace(space, em: text.em(of: space))
        }
        let left = text.atoms[index - 1]
        isElastic = true
        isOpen = !left.kind.isLatin && !right.kind.isLatin && left.kind != .newline
        guard left.kind == .han && right.kind.isLatin || left.kind.isLatin && right.kind == .han
        else { return giveAsWordSpace(space, em: text.em(of: space)) }
        isOpen = true
        // The space of the text stands for the gap.
        self.space -= space.width
        addGap(em: text.em(of: left.kind == .han ? left : right))
    }

    private mutating func giveAsWordSpace(_ space: Atom, em: Double) {
        give = .wordSpace
        shrink = max(0, space.width - Self.wordSpace.least * em)
        stretch = max(0, Self.wordSpace.most * em - space.width)
        isElastic = true
    }

    private mutating func addGap(em: Double) {
        space += Self.gap.natural * em
        give = .gap
        shrink = (Self.gap.natural - Self.gap.least) * em
        stretch = (Self.gap.most - Self.gap.natural) * em
    }

    private mutating func joinVisible(in text: AtomText, _ left: Atom, _ right: Atom) {
        isElastic = !(left.kind.isLatin && right.kind.isLatin)
        isOpen = isElastic && Self.isOpen(left.kind, right.kind)
        if left.kind == .han && right.kind == .letter {
            addGap(em: text.em(of: left))
        } else if left.kind == .letter && right.kind == .han {
            addGap(em: text.em(of: right))
        } else {
            joinMarks(in: text, left, right)
        }
    }

    /// Two marks that meet lose half an em of the blank between them (CLREQ 3.1.6.2).
    private mutating func joinMarks(in text: AtomText, _ left: Atom, _ right: Atom) {
        var (after, before) = (text.right(of: left), text.left(of: right))
        guard after + before > 0 else { return }
        if left.kind.isAdjustable && right.kind.isAdjustable {
            let most = max(text.em(of: left), text.em(of: right)) / 2
            let fromLeft = min(after, most)
            let fromRight = min(before, most - fromLeft)
            space -= fromLeft + fromRight
            after -= fromLeft
            before -= fromRight
        }
        shrink = after + before
        give = Self.give(after > 0 ? left.kind : right.kind)
    }

    private static func give(_ kind: CharacterClass) -> Give {
        switch kind {
        case .interpunct: .interpunct
        case .opening, .closing: .bracket
        case .comma: .comma
        default: .stop
        }
    }

    private static func isOpen(_ left: CharacterClass, _ right: CharacterClass) -> Bool {
        if left.isConnecting || right.isConnecting { return false }
        if left == .prefix || left == .latinPrefix || right == .suffix { return false }
        // CLREQ 3.2.4: nothing is added between a Western word and the marks that belong to it.
        if left.isLatin { return ![.comma, .stop, .closing].contains(right) }
        if right.isLatin { return ![.comma, .stop, .opening].contains(left) }
        return true
    }
}
