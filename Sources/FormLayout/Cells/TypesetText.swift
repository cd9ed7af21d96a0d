import PageLayout

/// A paragraph in lines as the content of a cell, with lines under what is written in and fields over it.
struct TypesetText: CellContent {
    var set: SetParagraph
    /// The runs that stand on a line to write on.
    var underlined: Set<Int> = []
    /// The fields that lie over runs.
    var fields: [Int: FormField] = [:]
    /// How long the lines at both sides of its first line are, if that stands in the middle.
    var flank: Double?
    /// What the text is by itself; nil if it is a part of something else.
    var role: StructureRole?

    /// Whether what follows belongs to it.
    var isHeading: Bool { if case .heading = role { true } else { false } }

    /// How far under the baseline a line to write on lies, in ems.
    private static let depth = 0.2

    func height(width: Double) -> Double { set.height }

    func marks(in box: Box) -> [Mark] {
        var marks = set.marks(at: Point(box.x, box.y))
        if !underlined.isEmpty { marks += rules(at: box) }
        if !fields.isEmpty { marks += widgets(at: box) }
        if let flank { marks += flanks(flank, at: box) }
        guard let role else { return marks }
        return [.begin(role)] + marks + [.end]
    }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }

    /// Lines at half the height of the characters, in their colour.
    private func flanks(_ length: Double, at box: Box) -> [Mark] {
        guard let line = set.lines.first, let style = line.pieces.first?.style else { return [] }
        let (centre, y) = (box.x + set.paragraph.width / 2, box.y + line.baseline - style.em * 0.36)
        let near = line.width / 2 + Self.besideFlank
        return [-1.0, 1.0].map { side in
            .rule(
                from: Point(centre + side * near, y),
                to: Point(centre + side * (near + length), y),
                Stroke(0.3, style.colour)
            )
        }
    }

    /// What stays white between a line and the words that it flanks.
    private static let besideFlank = 7.0

    private func rules(at box: Box) -> [Mark] {
        guard !underlined.isEmpty else { return [] }
        return set.lines.flatMap { line in
            line.pieces.filter { underlined.contains($0.run) }.map { piece in
                let y = box.y + line.baseline + piece.style.em * Self.depth
                let x = box.x + piece.x
                return .rule(
                    from: Point(x, y),
                    to: Point(x + piece.width, y),
                    Stroke(0.2, piece.style.colour)
                )
            }
        }
    }

    /// Each field once, over the longest piece of its run.
    private func widgets(at box: Box) -> [Mark] {
        fields.sorted { $0.key < $1.key }.compactMap { run, field in
            let places = set.lines.flatMap { line in
                line.pieces.filter { $0.run == run }.map { (line, $0) }
            }
            guard let (line, piece) = places.max(by: { $0.1.width < $1.1.width }) else {
                return nil
            }
            let em = piece.style.em
            let top = box.y + line.baseline - em * 0.98
            return .field(field, Box(box.x + piece.x, top, piece.width, em * 1.2))
        }
    }
}

/// A field that fills its cell.
struct FieldContent: CellContent {
    let field: FormField

    func height(width: Double) -> Double { 0 }

    func marks(in box: Box) -> [Mark] { [.field(field, box)] }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }
}
