import PageLayout

/// What somebody agrees to, with lines to sign on, a place for the seal and the date.
///
/// The text stands at the top; signatures, seal and date at the bottom, side by side where there is width.
struct Statement: CellContent {
    /// The place for a seal.
    struct Seal {
        var words: TypesetText
        var size: Size
        var guide: Colour
    }

    var paragraphs: [TypesetText] = []
    var signs: [TypesetText] = []
    var seal: Seal?
    var date: TypesetText?
    /// Whether signatures stand to the left of the seal and not above it.
    var isWide: Bool

    /// The room between the parts, in millimetres.
    static let gap = 1.5
    /// A seal of an institution is 42 mm wide; a place for it grows to this where there is room.
    private static let largestSeal = 42.0
    /// The extra room above a line to sign on.
    private static let signRoom = 3.0

    func height(width: Double) -> Double {
        let foot = isWide ? max(signsHeight, rightHeight) : signsHeight + rightHeight
        return textHeight + (foot > 0 && textHeight > 0 ? Self.gap : 0) + foot
    }

    func marks(in box: Box) -> [Mark] {
        var marks: [Mark] = []
        var y = box.y
        for paragraph in paragraphs {
            marks += paragraph.marks(in: Box(box.x, y, box.width, paragraph.set.height))
            y += paragraph.set.height
        }
        let spare = max(0, box.height - height(width: box.width))
        let grown = min(spare, max(0, Self.largestSeal - (seal?.size.height ?? .infinity)))
        let right = right(in: box, grown: grown)
        let bottom = isWide ? box.bottom : right.top - (right.marks.isEmpty ? 0 : Self.gap)
        var top = bottom - signsHeight
        for sign in signs {
            top += Self.signRoom
            marks += sign.marks(in: Box(box.x, top, box.width, sign.set.height))
            top += sign.set.height
        }
        return marks + right.marks
    }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }

    private var textHeight: Double { paragraphs.reduce(0) { $0 + $1.set.height } }

    private var signsHeight: Double {
        signs.reduce(0) { $0 + $1.set.height + Self.signRoom }
    }

    private var rightHeight: Double {
        (seal?.size.height ?? 0) + (date?.set.height ?? 0) + (seal != nil && date != nil ? 1 : 0)
    }

    /// The seal with the date under it, at the right edge and the bottom.
    private func right(in box: Box, grown: Double) -> (top: Double, marks: [Mark]) {
        var marks: [Mark] = []
        var top = box.bottom
        var width = seal?.size.width ?? 0
        if let date {
            top -= date.set.height
            width = max(width, date.set.paragraph.width)
            let x = box.right - (width + date.set.paragraph.width) / 2
            marks = date.marks(in: Box(x, top, date.set.paragraph.width, date.set.height))
            if seal != nil { top -= 1 }
        }
        if let seal {
            let height = seal.size.height + grown
            top -= height
            let place = Box(
                box.right - (width + seal.size.width) / 2,
                top,
                seal.size.width,
                height
            )
            marks = drawn(seal, in: place) + marks
        }
        return (top, marks)
    }

    private func drawn(_ seal: Seal, in place: Box) -> [Mark] {
        let height = seal.words.set.height
        let words = Box(place.x, place.middle - height / 2, place.width, height)
        return [.box(place, fill: nil, stroke: Stroke(0.2, seal.guide, dash: 1))]
            + seal.words.marks(in: words)
    }
}
