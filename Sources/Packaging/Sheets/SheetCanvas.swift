import PageLayout
import TemplateCatalog

/// A page being laid out: the words in which the sheets speak about marks.
struct SheetCanvas {
    /// Where a line of text stands relative to a point.
    enum Alignment {
        case left
        case centre
        case right
    }

    let measure: any TextMeasuring
    let style: DossierStyle
    private(set) var page: Page

    init(label: String, measure: any TextMeasuring, style: DossierStyle) {
        self.measure = measure
        self.style = style
        page = Page(label: label)
    }

    /// The page within its margins; the binding edge is on the left.
    var area: Box { Self.area(of: page.size, style) }

    /// A page of that size within the style's margins.
    static func area(of size: Size, _ style: DossierStyle) -> Box {
        let margins = style.margins
        return Box(0, 0, size.width, size.height).inset(
            left: margins.binding,
            top: margins.top,
            right: margins.outer,
            bottom: margins.bottom
        )
    }

    func width(of text: String, _ style: TextStyle) -> Double {
        measure.width(of: text, in: style)
    }

    /// Sets one line with its baseline at `y`; it shrinks, to 70 % at most, rather than exceed `limit`.
    mutating func line(
        _ text: String,
        _ style: TextStyle,
        x: Double,
        y: Double,
        _ alignment: Alignment = .left,
        limit: Double? = nil
    ) {
        let text = printable(text, style.role)
        guard !text.isEmpty else { return }
        let style = shrunk(style, for: text, to: limit)
        let width = width(of: text, style) - style.tracking
        let start =
            switch alignment {
            case .left: x
            case .centre: x - width / 2
            case .right: x - width
            }
        page.marks.append(.text(text, at: Point(start, y), style))
    }

    /// Sets a paragraph with its first baseline at `y`; returns the baseline for what follows.
    mutating func paragraph(
        _ text: String,
        _ style: TextStyle,
        x: Double,
        y: Double,
        width: Double,
        leading: Double
    ) -> Double {
        var y = y
        for text in LineBreaking(measure, style: style, width: width).lines(of: text) {
            line(text, style, x: x, y: y)
            y += leading
        }
        return y
    }

    mutating func rule(_ from: Point, _ to: Point, _ width: Double = 0.2, _ colour: Colour? = nil) {
        page.marks.append(
            .rule(from: from, to: to, Stroke(width, colour ?? style.colours.line))
        )
    }

    mutating func box(_ box: Box, fill: Colour? = nil, stroke: Stroke? = nil) {
        page.marks.append(.box(box, fill: fill, stroke: stroke))
    }

    mutating func add(_ mark: Mark) { page.marks.append(mark) }

    /// The text with the geta mark for what no font has; the check has already reported it.
    private func printable(_ text: String, _ role: FontRole) -> String {
        let missing = Set(measure.missingCharacters(in: text, role: role))
        guard !missing.isEmpty else { return text }
        var printable = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            printable.append(missing.contains(scalar) ? "\u{3013}" : scalar)
        }
        return String(printable)
    }

    private func shrunk(_ style: TextStyle, for text: String, to limit: Double?) -> TextStyle {
        guard let limit else { return style }
        let width = width(of: text, style)
        guard width > limit else { return style }
        var smaller = style
        let scale = max(0.7, limit / width)
        smaller.size = (style.size * scale * 100).rounded(.down) / 100
        smaller.tracking = style.tracking * scale
        return smaller
    }
}
