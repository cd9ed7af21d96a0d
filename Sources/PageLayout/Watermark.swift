/// Words repeated aslant over a box, in outlines, so that what lies under them stays legible.
public struct Watermark: Hashable, Sendable {
    /// The words.
    public var text: String
    /// What they cover; nothing is drawn outside.
    public var box: Box
    /// Type and size; the colour is that of the outlines.
    public var style: TextStyle
    /// How wide the words are, in millimetres.
    public var width: Double
    /// How wide the outlines are, in millimetres.
    public var line: Double

    /// States a watermark; lengths are in millimetres.
    public init(_ text: String, over box: Box, _ style: TextStyle, width: Double, line: Double) {
        self.text = text
        self.box = box
        self.style = style
        self.width = width
        self.line = line
    }

    /// How far the words rise: sine and cosine of 30 degrees.
    public static let rise = (sine: 0.5, cosine: 0.866_025_403_784_438_6)

    /// Where the words start, from the middle of the box, along and across their direction: enough to cover
    /// the box, each row half a step on.
    public var starts: [Point] {
        let reach = (box.width * box.width + box.height * box.height).squareRoot() / 2
        let step = Size(width + 5 * style.em, 8 * style.em)
        guard step.width > 0, step.height > 0 else { return [] }
        let rows = Int(reach / step.height) + 1
        let columns = Int(reach / step.width) + 2
        return (-rows...rows).flatMap { row in
            (-columns...columns).map { column in
                let shift = row.isMultiple(of: 2) ? 0 : step.width / 2
                return Point(
                    Double(column) * step.width + shift - width / 2,
                    Double(row) * step.height
                )
            }
        }
        .filter { isMiddle($0) || covers($0, em: style.em) }
    }

    private func isMiddle(_ start: Point) -> Bool { start.x == -width / 2 && start.y == 0 }

    /// Whether so much of the words that start there lies over the box that they are read as words: bits of
    /// a character or two would look like dirt.
    private func covers(_ start: Point, em: Double) -> Bool {
        let (sine, cosine) = Self.rise
        let step = max(em, 1)
        let count = stride(from: 0, through: width, by: step).count { offset in
            let (along, across) = (start.x + offset, start.y)
            let x = along * cosine + across * sine
            let y = across * cosine - along * sine
            return abs(x) <= box.width / 2 && abs(y) <= box.height / 2
        }
        return Double(count) * step >= min(4 * em, width / 2)
    }
}
