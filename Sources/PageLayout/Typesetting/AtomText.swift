/// A character, or the two halves of a dash or an ellipsis: what no line break and no space divides.
struct Atom {
    /// Where it starts, in UTF-8 bytes of the paragraph.
    let start: Int
    let run: Int
    let scalar: Unicode.Scalar
    var scalars: Int
    var width: Double
    var kind: CharacterClass
}

/// The text of a paragraph cut into atoms, and the joints between them.
struct AtomText {
    let styles: [TextStyle]
    private let ems: [Double]
    private let bytes: [UInt8]
    private(set) var atoms: [Atom] = []
    /// What lies between an atom and the next.
    private(set) var joints: [Joint] = []
    /// Where each atom starts if the whole text stood in one line as it is, without any adjustment.
    private(set) var places: [Double] = []
    /// How much the joints before an atom could give way.
    private(set) var slack: [Double] = []

    init(_ runs: [Paragraph.Run], widths: inout WidthCache) {
        styles = runs.map(\.style)
        ems = styles.map(\.em)
        bytes = runs.flatMap { Array($0.text.utf8) }
        atoms.reserveCapacity(bytes.count / 2)
        var start = 0
        for (index, run) in runs.enumerated() {
            let face = widths.face(of: run.style)
            for character in run.text {
                let atom = Atom(character, start, index, run.style, face, &widths)
                append(atom)
                start += character.utf8.count
            }
        }
        joinAtoms()
    }

    /// The text of the atoms from one to before another.
    func text(_ range: Range<Int>) -> String {
        let end = range.upperBound < atoms.count ? atoms[range.upperBound].start : bytes.count
        let start = range.lowerBound < atoms.count ? atoms[range.lowerBound].start : bytes.count
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    func em(of atom: Atom) -> Double { ems[atom.run] }

    func tracking(of atom: Atom) -> Double { styles[atom.run].tracking }

    /// How much narrower a mark may be than it is: all that is more than half an em.
    func room(of atom: Atom) -> Double {
        atom.kind.isAdjustable ? max(0, atom.width - em(of: atom) / 2) : 0
    }

    /// The blank in a mark's left part.
    func left(of atom: Atom) -> Double {
        switch atom.kind {
        case .opening: room(of: atom)
        case .interpunct: room(of: atom) / 2
        default: 0
        }
    }

    /// The blank in a mark's right part.
    func right(of atom: Atom) -> Double {
        switch atom.kind {
        case .closing, .comma, .stop: room(of: atom)
        case .interpunct: room(of: atom) / 2
        default: 0
        }
    }

    /// Adds an atom, or makes it one with the last; what a hyphen or an apostrophe is its neighbours tell.
    private mutating func append(_ atom: Atom) {
        var atom = atom
        guard let last = atoms.last else { return atoms.append(atom) }
        if atom.isDashHalf, last.scalar == atom.scalar, last.scalars == 1, last.run == atom.run {
            atoms[atoms.count - 1].scalars = 2
            atoms[atoms.count - 1].width += atom.width
            atoms[atoms.count - 1].kind = .dash
            return
        }
        if atom.kind == .hyphen, last.kind.isSpace { atom.kind = .latinOther }
        if atom.kind == .letter, last.scalar == "’",
            atoms.count == 1 || atoms[atoms.count - 2].kind == .letter
        {
            atoms[atoms.count - 1].kind = .latinOther
        }
        atoms.append(atom)
    }

    private mutating func joinAtoms() {
        joints = atoms.indices.map { Joint(in: self, after: $0) }
        places.reserveCapacity(atoms.count)
        slack.reserveCapacity(atoms.count)
        var place = 0.0
        var shrink = 0.0
        for index in atoms.indices {
            places.append(place)
            slack.append(shrink)
            place += atoms[index].width + joints[index].space
            shrink += joints[index].shrink
        }
    }
}

extension Atom {
    fileprivate init(
        _ character: Character,
        _ start: Int,
        _ run: Int,
        _ style: TextStyle,
        _ face: Int,
        _ widths: inout WidthCache
    ) {
        let scalars = character.unicodeScalars
        let first = scalars[scalars.startIndex]
        let isSingle = scalars.index(after: scalars.startIndex) == scalars.endIndex
        let kind = CharacterClass(first)
        self.start = start
        self.run = run
        self.scalar = first
        self.scalars = isSingle ? 1 : scalars.count
        self.kind = kind
        width =
            kind == .newline
            ? 0
            : isSingle
                ? widths.width(of: first, face: face, style)
                : widths.width(of: character, face: face, style)
    }

    fileprivate var isDashHalf: Bool { scalar == "—" || scalar == "…" || scalar == "⋯" }
}
