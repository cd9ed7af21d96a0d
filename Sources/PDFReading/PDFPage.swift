/// What one page shows, in the order in which it is drawn.
public struct PDFPage: Sendable {
    /// The number of the page, from 0.
    public let index: Int
    /// The page's sheet in points.
    public let mediaBox: PDFRectangle
    /// What viewers show of it, where that is stated.
    public let cropBox: PDFRectangle?
    /// By how many degrees viewers turn it clockwise: 0, 90, 180 or 270.
    public let rotation: Int
    /// The printed number, where the document states one.
    public let label: String?
    /// The operators, unpacked.
    public let content: [UInt8]
    /// The pictures in the order drawn; one drawn twice is there twice.
    public let images: [PDFPlacedImage]
    /// The texts in the order drawn.
    public let texts: [PDFText]
    /// All that is painted, in order.
    public let shapes: [PDFShape]
    /// What is not drawn here just as a viewer would.
    public let unfollowed: Set<PDFUnfollowed>
    /// What viewers draw over the page.
    public let annotations: [PDFAnnotation]
    /// What the page's dictionary states, in the order of the alphabet.
    public let entries: [String]
    let limits: PDFLimits

    /// All texts, a line each.
    public var text: String { texts.map(\.text).joined(separator: "\n") }
}

/// Letters that are shown by one operator.
public struct PDFText: Hashable, Sendable {
    /// What they stand for, by the font's own map or by what the content says instead of it.
    public var text: String
    /// Where the baseline begins.
    public var start: PDFPoint
    /// The box around them, by their widths and size.
    public var box: PDFRectangle
    /// How large they are in points.
    public var size: Double
    /// Whether they are painted.
    public var isVisible: Bool
}

/// Something on a page that is not in its content.
public struct PDFAnnotation: Hashable, Sendable {
    /// What it is, such as Link.
    public var kind: String
    /// Where it stands.
    public var box: PDFRectangle
    /// Whether it is drawn over the page.
    public var hasAppearance: Bool
}
