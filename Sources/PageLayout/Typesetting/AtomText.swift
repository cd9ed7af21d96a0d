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
    /// All that is known, behind one reference: whatever sets a line takes a copy of its own.
    private final class Parts {
        let styles: [TextStyle]
        let ems: [Double]
        let bytes: [UInt8]
        let atoms: [Atom]
        let joints: [Joint]
        let places: [Double]
        let slack: [Double]

        init(_ styles: [TextStyle], _ bytes: [UInt8], _ atoms: [Atom]) {
            self.styles = styles
            self.bytes = bytes
            self.atoms = atoms
            ems = styles.map(\.em)
            (joints, places, slack) = ([], [], [])
        }

        /// The same text with its joints.
        init(_ text: AtomText) {
            (styles, ems, bytes) = (text.styles, text.parts.ems, text.parts.bytes)
            atoms = text.atoms
            let joints = atoms.indices.map { Joint(in: text, after: $0) }
            var (places, slack) = ([Double](), [Double]())
            places.reserveCapacity(atoms.count)
            slack.reserveCapacity(atoms.count)
            var place = 0.0
            var shrink = 0.0
            for (atom, joint) in zip(atoms, joints) {
                places.append(place)
                slack.append(shrink)
                place += atom.width + joint.space
                shrink += joint.shrink
            }
            (self.joints, self.places, self.slack) = (joints, places, slack)
        }
    }

    private let parts: Parts

    var styles: [TextStyle] { parts.styles }
    var atoms: [Atom] { parts.atoms }
    /// What lies between an atom and the next.
    var joints: [Joint] { parts.joints }
    /// Where each atom starts if the whole text stood in one line as it is, without any adjustment.
    var places: [Double] { parts.places }
    /// How much the joints before an atom could give way.
    var slack: [Double] { parts.slack }

    init(_ runs: [Paragraph.Run], widths: inout WidthCache) {
        let bytes =
            runs.count == 1 ? Array(runs[0].text.utf8) : runs.flatMap { Array($0.text.utf8) }
        var atoms: [Atom] = []
        atoms.reserveCapacity(bytes.count / 2)
        var start = 0
        for (index, run) in runs.enumerated() {
            let face = widths.face(of: run.style)
            // To find where characters end takes as long as all else.
            if run.text.unicodeScalars.allSatisfy(\.isWhole) {
                for scalar in run.text.unicodeScalars {
                    atoms.join(Atom(scalar, start, index, run.style, face, &widths))
                    start += UTF8.width(scalar)
                }
                continue
            }
            for character in run.text {
                atoms.join(Atom(character, start, index, run.style, face, &widths))
                start += character.utf8.count
            }
        }
        parts = Parts(AtomText(Parts(runs.map(\.style), bytes, atoms)))
    }

    private init(_ parts: Parts) { self.parts = parts }

    /// The text of the atoms from one to before another.
    func text(_ range: Range<Int>) -> String {
        let bytes = parts.bytes
        let end = range.upperBound < atoms.count ? atoms[range.upperBound].start : bytes.count
        let start = range.lowerBound < atoms.count ? atoms[range.lowerBound].start : bytes.count
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    func em(of atom: Atom) -> Double { parts.ems[atom.run] }

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
}

extension [Atom] {
    /// Adds an atom, or makes it one with the last; what a hyphen or an apostrophe is its neighbours tell.
    fileprivate mutating func join(_ atom: Atom) {
        var atom = atom
        guard let last = last else { return append(atom) }
        if atom.isDashHalf, last.scalar == atom.scalar, last.scalars == 1, last.run == atom.run {
            self[count - 1].scalars = 2
            self[count - 1].width += atom.width
            self[count - 1].kind = .dash
            return
        }
        if atom.kind == .hyphen, last.kind.isSpace { atom.kind = .latinOther }
        if atom.kind == .letter, last.scalar == "’",
            count == 1 || self[count - 2].kind == .letter
        {
            self[count - 1].kind = .latinOther
        }
        append(atom)
    }
}

extension Unicode.Scalar {
    /// Whether it is surely a character, whatever stands beside it, if that is one too.
    fileprivate var isWhole: Bool {
        switch self {
        case "\n", " "..."~", "\u{3000}"..."\u{3029}", "\u{4E00}"..."\u{9FFF}",
            "\u{FF01}"..."\u{FF60}":
            true
        default: false
        }
    }
}

extension Atom {
    fileprivate init(
        _ scalar: Unicode.Scalar,
        _ start: Int,
        _ run: Int,
        _ style: TextStyle,
        _ face: Int,
        _ widths: inout WidthCache
    ) {
        self.start = start
        self.run = run
        self.scalar = scalar
        scalars = 1
        kind = CharacterClass(scalar)
        width = kind == .newline ? 0 : widths.width(of: scalar, face: face, style)
    }

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
