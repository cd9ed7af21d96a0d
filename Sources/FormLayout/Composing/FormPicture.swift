public import PageLayout

/// A picture that a program puts into a sheet.
public struct FormPicture: Hashable, Sendable {
    /// Its place among the document's pictures.
    public var index: Int
    /// Width and height as seen upright, in any unit.
    public var proportions: Size
    /// How it is turned to be upright.
    public var turn: Turn
    /// What is seen, for readers who do not see it.
    public var alternative: String

    /// States a picture.
    public init(index: Int, proportions: Size, turn: Turn, alternative: String) {
        self.index = index
        self.proportions = proportions
        self.turn = turn
        self.alternative = alternative
    }
}
