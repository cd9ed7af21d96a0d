/// Something that a page paints, in the order of painting.
public struct PDFShape: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: Hashable, Sendable {
        /// A filled path.
        case fill
        /// A line: its path is what its width covers.
        case stroke
        /// A picture, by its place among the page's pictures.
        case image(Int)
        /// Letters, by their place among the page's texts.
        case text(Int)
        /// What is not drawn here: a shading, a picture inside the content.
        case other
    }

    /// What it is.
    public var kind: Kind
    /// What it covers; a box for letters and pictures.
    public var path: PDFPath
    /// Whether the even-odd rule tells inside from outside, and not the nonzero one.
    public var isEvenOdd: Bool
    /// What it is painted with; a middle gray stands for all that is not one colour.
    public var colour: PDFColour
    /// Nothing is painted outside of this.
    public var clip: PDFRectangle

    /// The least rectangle around what is painted; nil if nothing is.
    public var box: PDFRectangle? { path.box?.intersection(clip) }
}

/// What a page uses that is not drawn here just as a viewer would.
public enum PDFUnfollowed: String, Hashable, Sendable, CaseIterable {
    /// A clip that is no upright rectangle: only its box is kept to.
    case clip
    /// Something that lets what is below shine through, or mixes with it.
    case transparency
    /// A pattern in place of a colour.
    case pattern
    /// A colour of a space whose numbers are not those of light or of inks.
    case colourSpace = "colour-space"
    /// A colour that changes from place to place.
    case shading
    /// Content that viewers may hide.
    case optionalContent = "optional-content"
    /// A picture inside the content.
    case inlineImage = "inline-image"
    /// A font whose letters are content themselves.
    case drawnFont = "drawn-font"
    /// Letters that clip what comes after.
    case textClip = "text-clip"
    /// A unit of the page other than a point.
    case userUnit = "user-unit"
}
