import PageLayout

/// How a field looks on the page, drawn in a box of its own.
struct FieldAppearance {
    private(set) var content: ContentStream
    /// The faces that the text takes.
    private(set) var faces: Set<Int> = []

    private let size: Size

    private init(_ box: Box) {
        size = Size(box.width, box.height)
        content = ContentStream(pageHeight: box.height)
    }

    /// The distance from the edge at which viewers too begin to write: two points.
    private static let padding = 2 * 25.4 / 72
    /// The distance from line to line, near that of viewers, which take it from the font.
    private static let leading = 1.2

    /// A square, with a tick if it is chosen; no font is needed for it.
    init(box: Box, isTicked: Bool, _ colour: Colour) {
        self.init(box)
        let square = Box(0, 0, box.width, box.height).fitting(Size(1, 1))
        let outline = Stroke(square.width * 0.07, colour)
        content.box(square.inset(outline.width / 2), fill: nil, stroke: outline)
        guard isTicked else { return }
        let corners = [(0.22, 0.52), (0.43, 0.75), (0.8, 0.26)].map { x, y in
            Point(square.x + x * square.width, square.y + y * square.height)
        }
        content.polyline(corners, Stroke(square.width * 0.12, colour))
    }

    /// The value of a text field, cut off at the edges; an empty value leaves the box empty.
    init(
        box: Box,
        _ value: String,
        _ style: TextStyle,
        _ alignment: Paragraph.Alignment,
        isMultiline: Bool,
        _ fonts: FieldFonts
    ) throws(PDFError) {
        self.init(box)
        // Viewers have no notion of it, and set the value anew as soon as it is changed.
        var style = style
        style.tracking = 0
        content.beginVariableText(Box(0, 0, box.width, box.height))
        let lines =
            isMultiline
            ? multiline(value, style, alignment, fonts.library)
            : [(value, start(of: value, style, alignment, fonts.library))]
        for (text, start) in lines where !text.isEmpty {
            try fonts.show(text, at: start, style, &content, used: &faces)
        }
        content.endVariableText()
    }

    private func start(
        of line: String,
        _ style: TextStyle,
        _ alignment: Paragraph.Alignment,
        _ measure: any TextMeasuring
    ) -> Point {
        let room = size.width - 2 * Self.padding - measure.width(of: line, in: style)
        let share =
            switch alignment {
            case .start, .justified, .distributed: 0.0
            case .centre: 0.5
            case .end: 1.0
            }
        // The em box, which reaches 0.88 em above the baseline, stands in the middle.
        return Point(Self.padding + share * max(0, room), size.height / 2 + 0.38 * style.em)
    }

    private func multiline(
        _ value: String,
        _ style: TextStyle,
        _ alignment: Paragraph.Alignment,
        _ measure: any TextMeasuring
    ) -> [(String, Point)] {
        let paragraph = Paragraph(
            value,
            style,
            width: size.width - 2 * Self.padding,
            alignment: alignment.isTypeable ? alignment : .start,
            leading: .multiple(Self.leading)
        )
        return paragraph.set(measure).marks(at: Point(Self.padding, Self.padding)).compactMap {
            guard case .text(let text, let start, _) = $0 else { return nil }
            return (text, start)
        }
    }
}

extension Paragraph.Alignment {
    /// Viewers know three alignments and no other.
    fileprivate var isTypeable: Bool { self == .centre || self == .end }

    /// The number by which a form's field says where its text stands (ISO 32000-1, table 222).
    var quadding: Int {
        switch self {
        case .start, .justified, .distributed: 0
        case .centre: 1
        case .end: 2
        }
    }
}
