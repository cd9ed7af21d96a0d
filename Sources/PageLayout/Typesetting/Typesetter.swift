/// Sets paragraphs in lines after CLREQ, measuring each character of a typeface and size once.
public struct Typesetter {
    /// Sums of widths differ by less than this, in millimetres, where they mean the same.
    static let tolerance = 1e-9

    private var widths: WidthCache

    /// Prepares to set paragraphs with the widths that a measurer gives for single characters.
    public init(_ measure: any TextMeasuring) { widths = WidthCache(measure) }

    /// The paragraph in lines.
    public mutating func set(_ paragraph: Paragraph) -> SetParagraph {
        let text = AtomText(paragraph.runs, widths: &widths)
        let setter = LineSetter(text, paragraph)
        var lines: [SetParagraph.Line] = []
        var top = 0.0
        for span in LineBreaker(text, paragraph).lines() {
            let line = setter.line(span, top: top)
            top += line.height
            lines.append(line)
        }
        return SetParagraph(paragraph: paragraph, lines: lines)
    }

    /// The paragraph at the largest size that fits a box: the stated one, or less by quarter points.
    ///
    /// The runs keep their proportions and a fixed leading stays; nil if not even the floor fits.
    public mutating func fit(
        _ paragraph: Paragraph,
        into box: Size,
        floor: Double
    ) -> SetParagraph? {
        var paragraph = paragraph
        paragraph.width = box.width
        let stated = paragraph.largestSize
        let floor = max(floor, Self.smallestStep)
        var size = stated
        var steps = 0.0
        while true {
            let set = set(steps == 0 ? paragraph : paragraph.resized(to: size))
            if set.fits(box) { return set }
            guard size > floor else { return nil }
            steps += 1
            size = max(stated - steps * Self.smallestStep, floor)
        }
    }

    /// Sizes are tried a quarter of a point apart.
    private static let smallestStep = 0.25
}

extension SetParagraph {
    fileprivate func fits(_ box: Size) -> Bool {
        height <= box.height + Typesetter.tolerance
            && lines.allSatisfy { $0.width <= box.width + Typesetter.tolerance }
    }
}
