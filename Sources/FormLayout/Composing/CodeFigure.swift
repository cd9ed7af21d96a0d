import PageLayout

/// A code in its place on a page, with the words under it and the texts at its left.
struct CodeFigure {
    /// The code; an empty place where there is none.
    let stamp: PageStamp?
    /// The side of a module in millimetres.
    let module: Double
    /// The texts at its left; a code without any stands in the middle.
    var texts: [TypesetText] = []
    /// The words under it, each with its width and height.
    var captions: [TypesetText] = []

    /// The side of the place where there is no code, in modules.
    private static let emptySide = 45
    /// What stays white around a code (ISO/IEC 18004), in modules.
    private static let quiet = 4
    /// The room between the texts and the white around the code.
    private static let gap = 6.0
    /// The room after a text.
    private static let afterText = 1.5

    private var side: Double { Double(stamp?.code.side ?? Self.emptySide) * module }
    private var quiet: Double { Double(Self.quiet) * module }
    private var captionHeight: Double { captions.reduce(0) { $0 + $1.set.height } }

    /// The width that a code leaves for texts.
    static func room(beside stamp: PageStamp?, module: Double, in width: Double) -> Double {
        width - Double((stamp?.code.side ?? emptySide) + quiet) * module - gap
    }

    var height: Double {
        let code = side + 2 * quiet + captionHeight
        let words = texts.reduce(0) { $0 + $1.set.height + Self.afterText }
        return max(code, quiet + words)
    }

    /// The marks in a box as wide as the page's room.
    func marks(in box: Box) -> [Mark] {
        let x = texts.isEmpty ? box.centre - side / 2 : box.right - side
        let place = Box(x, box.y + quiet, side, side)
        var marks: [Mark] = []
        var y = place.y
        for text in texts {
            marks += text.marks(in: Box(box.x, y, box.width, text.set.height))
            y += text.set.height + Self.afterText
        }
        marks += drawn(in: place)
        y = place.bottom + quiet
        for caption in captions {
            let width = caption.set.paragraph.width
            marks += caption.marks(in: Box(place.right - width, y, width, caption.set.height))
            y += caption.set.height
        }
        return marks
    }

    private func drawn(in place: Box) -> [Mark] {
        guard let stamp else { return [.box(place, fill: nil, stroke: Stroke(0.2, dash: 1))] }
        return [
            .begin(.figure(alternative: stamp.alternative, place)), .code(stamp.code, place), .end,
        ]
    }
}
