/// What stands in a cell of a table, known only by the room it takes: text, a picture, another table.
public protocol CellContent {
    /// The height in millimetres at a width; infinite if it cannot be set that narrow.
    func height(width: Double) -> Double

    /// The marks in reading order, inside a box that is as wide as measured and at least as high.
    func marks(in box: Box) -> [Mark]

    /// The part that fits a height and the part that is left; nil if nothing fits or nothing would be left.
    func split(width: Double, height: Double) -> (head: any CellContent, rest: any CellContent)?

    /// The same where it matters how much more room a fresh page has.
    ///
    /// Content with rules of its own about where it may break (a table) starts a fresh page for what fits
    /// there, by giving nil; all other content need not care.
    func split(
        width: Double,
        height: Double,
        freshHeight: Double
    ) -> (head: any CellContent, rest: any CellContent)?

    /// What does not fit and is not drawn, for content that holds rows of a fixed height.
    func overflows(in box: Box) -> [TableOverflow]
}

extension CellContent {
    /// Splits in the same way whatever a fresh page would offer.
    public func split(
        width: Double,
        height: Double,
        freshHeight: Double
    ) -> (head: any CellContent, rest: any CellContent)? {
        split(width: width, height: height)
    }

    /// Nothing is left out.
    public func overflows(in box: Box) -> [TableOverflow] { [] }
}

/// Nothing: a cell to be filled in by hand.
public struct EmptyContent: CellContent, Hashable, Sendable {
    /// Makes an empty content.
    public init() {}

    /// No height.
    public func height(width: Double) -> Double { 0 }

    /// No marks.
    public func marks(in box: Box) -> [Mark] { [] }

    /// Never splits.
    public func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }
}
