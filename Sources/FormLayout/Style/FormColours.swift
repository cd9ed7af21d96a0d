public import PageLayout

/// A colour by the part that it plays, so that a profile may print all of it black.
public enum FormColour: String, Hashable, Sendable, CaseIterable {
    /// Text.
    case ink
    /// Labels, and what is said beside.
    case soft
    /// Thin lines.
    case line
    /// What must be noticed.
    case accent
    /// Backgrounds of bands.
    case tint
}

/// The colours that templates name.
public struct FormColours: Hashable, Sendable {
    /// Text.
    public var ink: Colour
    /// Labels, and what is said beside.
    public var soft: Colour
    /// Thin lines.
    public var line: Colour
    /// What must be noticed.
    public var accent: Colour
    /// Backgrounds of bands.
    public var tint: Colour

    /// States the colours.
    public init(ink: Colour, soft: Colour, line: Colour, accent: Colour, tint: Colour) {
        self.ink = ink
        self.soft = soft
        self.line = line
        self.accent = accent
        self.tint = tint
    }

    /// The colour that plays a part.
    public subscript(part: FormColour) -> Colour {
        switch part {
        case .ink: ink
        case .soft: soft
        case .line: line
        case .accent: accent
        case .tint: tint
        }
    }
}
