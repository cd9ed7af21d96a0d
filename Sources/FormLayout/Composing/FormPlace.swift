public import PageLayout

/// Where a form stands as a sheet of a larger document, whose frame and page numbers are not its own.
public struct FormPlace: Hashable, Sendable {
    /// The room on each of its pages; nothing is drawn outside.
    public var content: Box
    /// What stays free in the lower right corner of that room, for a code.
    public var corner: Size
    /// The level of the heading that its title is.
    public var headingLevel: Int

    /// States a place; sizes are in millimetres.
    public init(content: Box, corner: Size = Size(0, 0), headingLevel: Int = 1) {
        self.content = content
        self.corner = corner
        self.headingLevel = headingLevel
    }
}
