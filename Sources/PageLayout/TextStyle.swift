/// The part that a typeface plays; which font file plays it is decided where fonts are found.
public enum FontRole: String, Hashable, Sendable, CaseIterable {
    /// Song 宋体, the text face.
    case song
    /// Song bold, for titles.
    case songBold
    /// Hei 黑体, for headings and labels.
    case hei
    /// Hei bold.
    case heiBold
    /// Kai 楷体, for what a person fills in.
    case kai
}

/// How a piece of text looks.
public struct TextStyle: Hashable, Sendable {
    /// The typeface.
    public var role: FontRole
    /// The type size in points (1 pt = 1/72 inch).
    public var size: Double
    /// The colour.
    public var colour: Colour
    /// Space added after each character, in millimetres.
    public var tracking: Double

    /// States a style; the size is in points.
    public init(_ role: FontRole, _ size: Double, colour: Colour = .black, tracking: Double = 0) {
        self.role = role
        self.size = size
        self.colour = colour
        self.tracking = tracking
    }

    /// The type size in millimetres.
    public var em: Double { size * 25.4 / 72 }
}
