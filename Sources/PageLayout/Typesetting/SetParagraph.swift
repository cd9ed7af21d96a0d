/// A paragraph in lines: what stands where, in millimetres from its top left corner.
public struct SetParagraph: Hashable, Sendable {
    /// Text that is drawn in one go.
    public struct Piece: Hashable, Sendable {
        /// The text, with its own spaces.
        public var text: String
        /// Where the first character starts; less than 0 where half a mark was taken from the left edge.
        public var x: Double
        /// How it looks, its tracking being the line's.
        public var style: TextStyle
        /// The run of the paragraph that it belongs to.
        public var run: Int
        /// The width with the spaces in it, but for what follows its last character.
        public var width: Double

        /// States a piece; places and widths are in millimetres.
        public init(text: String, x: Double, style: TextStyle, run: Int, width: Double) {
            self.text = text
            self.x = x
            self.style = style
            self.run = run
            self.width = width
        }
    }

    /// One line.
    public struct Line: Hashable, Sendable {
        /// The pieces from left to right.
        public var pieces: [Piece]
        /// The baseline, from the paragraph's top.
        public var baseline: Double
        /// The height that the line takes.
        public var height: Double
        /// The width of what is seen, marks beyond the edge and spaces at the end left out.
        public var width: Double
        /// The line feed that forced the line to end, or nothing.
        public var ending: String

        /// The text of the line: those of all lines joined are the paragraph's text.
        public var text: String { pieces.map(\.text).joined() + ending }
    }

    /// What was set.
    public var paragraph: Paragraph
    /// The lines from top to bottom, one at least.
    public var lines: [Line]

    /// The sum of the lines' heights.
    public var height: Double { lines.reduce(0) { $0 + $1.height } }

    /// What is drawn with the paragraph's top left corner at a point.
    public func marks(at corner: Point) -> [Mark] {
        var marks: [Mark] = []
        marks.reserveCapacity(lines.reduce(0) { $0 + $1.pieces.count })
        for line in lines {
            for piece in line.pieces {
                let start = Point(corner.x + piece.x, corner.y + line.baseline)
                marks.append(.text(piece.text, at: start, piece.style))
            }
        }
        return marks
    }

    /// The lines that fit a height, and the rest to be set elsewhere; nil if no line fits, or all do.
    public func split(atHeight room: Double) -> (head: Self, rest: Paragraph)? {
        var used = 0.0
        let count = lines.prefix { line in
            used += line.height
            return used <= room + Typesetter.tolerance
        }.count
        guard count > 0, count < lines.count else { return nil }
        var head = self
        head.lines = Array(lines.prefix(count))
        let length = head.lines.reduce(0) { $0 + $1.text.utf8.count }
        return (head, paragraph.dropping(length))
    }
}
