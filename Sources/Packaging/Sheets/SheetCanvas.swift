package import PageLayout
package import TemplateCatalog

/// A page being laid out: the words in which the sheets speak about marks.
package struct SheetCanvas {
    /// Where a line of text stands relative to a point.
    package enum Alignment {
        case left
        case centre
        case right
    }

    package let measure: any TextMeasuring
    let style: DossierStyle
    package private(set) var page: Page
    private let isBack: Bool

    /// Begins a page.
    package init(
        label: String,
        measure: any TextMeasuring,
        style: DossierStyle,
        isBack: Bool = false
    ) {
        self.measure = measure
        self.style = style
        self.isBack = isBack
        page = Page(label: label)
    }

    /// The page within its margins; the binding edge is on the left, on a back page on the right.
    var area: Box { Self.area(of: page.size, style, isBack: isBack) }

    /// A page of that size within the style's margins.
    static func area(of size: Size, _ style: DossierStyle, isBack: Bool = false) -> Box {
        let margins = style.margins
        return Box(0, 0, size.width, size.height).inset(
            left: isBack ? margins.outer : margins.binding,
            top: margins.top,
            right: isBack ? margins.binding : margins.outer,
            bottom: margins.bottom
        )
    }

    func width(of text: String, _ style: TextStyle) -> Double {
        measure.width(of: text, in: style)
    }

    /// Draws what belongs to one part of the page, for readers that follow meaning.
    package mutating func part(_ role: StructureRole, _ draw: (inout Self) -> Void) {
        add(.begin(role))
        draw(&self)
        add(.end)
    }

    /// Sets one line with its baseline at `y`; it shrinks, to 70 % at most, rather than exceed `limit`.
    ///
    /// With a role it is a part of its own, else it belongs to the part that is open.
    package mutating func line(
        _ text: String,
        _ style: TextStyle,
        x: Double,
        y: Double,
        _ alignment: Alignment = .left,
        limit: Double? = nil,
        as role: StructureRole? = nil
    ) {
        let text = measure.printable(text, style.role)
        guard !text.isEmpty else { return }
        let style = shrunk(style, for: text, to: limit)
        let width = width(of: text, style) - style.tracking
        let start =
            switch alignment {
            case .left: x
            case .centre: x - width / 2
            case .right: x - width
            }
        let mark = Mark.text(text, at: Point(start, y), style)
        page.marks += role.map { [.begin($0), mark, .end] } ?? [mark]
    }

    /// Draws a paragraph with its first baseline at `y`.
    mutating func paragraph(_ set: SetParagraph, x: Double, y: Double) {
        page.marks += set.marks(at: Point(x, y - (set.lines.first?.baseline ?? 0)))
    }

    mutating func rule(_ from: Point, _ to: Point, _ width: Double = 0.2, _ colour: Colour? = nil) {
        page.marks.append(
            .rule(from: from, to: to, Stroke(width, colour ?? style.colours.line))
        )
    }

    package mutating func box(_ box: Box, fill: Colour? = nil, stroke: Stroke? = nil) {
        page.marks.append(.box(box, fill: fill, stroke: stroke))
    }

    /// Draws words over a box, in outlines that leave legible what lies under them; where the box is small,
    /// so small that they stand in it whole.
    mutating func mark(_ box: Box, with words: String) {
        let look = style.watermark
        var text = TextStyle(.hei, look.size, colour: look.colour)
        let rise = Watermark.rise
        let room = min(box.width / rise.cosine, box.height / rise.sine) * 0.95
        text.size = max(Self.leastMark, min(look.size, look.size * room / width(of: words, text)))
        let width = width(of: words, text)
        add(.watermark(Watermark(words, over: box, text, width: width, line: look.line)))
    }

    package mutating func add(_ mark: Mark) { page.marks.append(mark) }

    /// A text without its last words, for which there is no room even in the smallest type of a line.
    func shortened(_ text: String, _ style: TextStyle, limit: Double) -> String {
        let most = limit / Self.leastScale
        guard width(of: text, style) > most else { return text }
        var short = text
        while !short.isEmpty, width(of: short + "…", style) > most { short.removeLast() }
        return short + "…"
    }

    /// The least type of words over a picture, in points.
    private static let leastMark = 4.0
    /// How far type is made smaller to fit, at most.
    private static let leastScale = 0.7

    private func shrunk(_ style: TextStyle, for text: String, to limit: Double?) -> TextStyle {
        guard let limit else { return style }
        let width = width(of: text, style)
        guard width > limit else { return style }
        var smaller = style
        let scale = max(Self.leastScale, limit / width)
        smaller.size = (style.size * scale * 100).rounded(.down) / 100
        smaller.tracking = style.tracking * scale
        return smaller
    }
}
