/// How a viewer shows a document when it is opened, and how it is meant to be printed.
public struct PDFOpening: Hashable, Sendable {
    /// How large the first page is shown.
    public enum Zoom: Hashable, Sendable {
        /// As the viewer likes; what leads to a page shows it whole.
        case viewers
        /// Whole, as is what leads to a page.
        case wholePage
        /// In its true size; what leads to a page leaves the size as it is.
        case trueSize
    }

    /// How pages stand beside each other (ISO 32000-1, table 28).
    public enum Arrangement: String, Hashable, Sendable {
        /// One page at a time.
        case onePage = "SinglePage"
        /// One below the other.
        case column = "OneColumn"
        /// Two at a time, as in a bound book: odd pages on the right.
        case book = "TwoPageRight"
    }

    /// On which sides of the paper pages are printed (ISO 32000-1, table 150).
    public enum Sides: String, Hashable, Sendable {
        /// On the front alone.
        case front = "Simplex"
        /// On both, turned like the pages of a book.
        case bothLikeBook = "DuplexFlipLongEdge"
        /// On both, turned like the pages of a notepad.
        case bothLikeNotepad = "DuplexFlipShortEdge"
    }

    /// How large the first page is shown.
    public var zoom: Zoom
    /// How pages stand beside each other; nil leaves it to the viewer.
    public var arrangement: Arrangement?
    /// On which sides pages are printed; nil leaves it to the printer.
    public var sides: Sides?
    /// Whether pages are printed in their true size, not fitted to the paper.
    public var printsTrueSize: Bool

    /// States how a document opens; without any words the viewer decides.
    public init(
        zoom: Zoom = .viewers,
        arrangement: Arrangement? = nil,
        sides: Sides? = nil,
        printsTrueSize: Bool = false
    ) {
        self.zoom = zoom
        self.arrangement = arrangement
        self.sides = sides
        self.printsTrueSize = printsTrueSize
    }
}

extension PDFOpening {
    /// Where a bookmark or a link leads: a height on its page in points, or the page whole.
    func target(from top: Double?, onPageOfHeight height: Double) -> Double? {
        guard top != nil || zoom == .trueSize else { return nil }
        return (height - (top ?? 0)) * 72 / 25.4
    }
}
