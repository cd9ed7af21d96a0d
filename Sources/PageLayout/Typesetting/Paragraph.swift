/// Text to be set in lines of one width, after the W3C's Requirements for Chinese Text Layout (CLREQ).
///
/// Sections are those of the draft of March 2024.
public struct Paragraph: Hashable, Sendable {
    /// Text in one style.
    public struct Run: Hashable, Sendable {
        /// The text; a line feed in it forces a new line.
        public var text: String
        /// How it looks.
        public var style: TextStyle

        /// States a run.
        public init(_ text: String, _ style: TextStyle) {
            self.text = text
            self.style = style
        }
    }

    /// Where the lines stand between the edges (CLREQ 3.4.3 and 3.5).
    public enum Alignment: Hashable, Sendable {
        /// Even on the left 行首对齐.
        case start
        /// Even on both sides but for the last line 两端对齐.
        case justified
        /// In the middle 居中对齐.
        case centre
        /// Even on the right 行尾对齐.
        case end
        /// Even on both sides, the last line too 分散对齐: for labels in the cells of forms.
        case distributed
    }

    /// The distance from one line to the next.
    public enum Leading: Hashable, Sendable {
        /// So many times the largest type size in the line.
        case multiple(Double)
        /// So many millimetres, whatever the type size.
        case fixed(Double)
    }

    /// The text; an empty run gives an empty paragraph its height.
    public var runs: [Run]
    /// The measure in millimetres.
    public var width: Double
    /// Where the lines stand.
    public var alignment: Alignment
    /// How far the first line is set in, in ems of the first run; two for prose.
    public var indent: Double
    /// The distance between lines.
    public var leading: Leading
    /// Whether a 。，or 、that has no room may stand beyond the right edge (CLREQ 3.1.7).
    public var hangsPunctuation: Bool

    /// States a paragraph of several runs; the width is in millimetres, the indent in ems.
    public init(
        _ runs: [Run],
        width: Double,
        alignment: Alignment = .start,
        indent: Double = 0,
        leading: Leading = .multiple(1.5),
        hangsPunctuation: Bool = false
    ) {
        self.runs = runs
        self.width = width
        self.alignment = alignment
        self.indent = indent
        self.leading = leading
        self.hangsPunctuation = hangsPunctuation
    }

    /// States a paragraph of one run; the width is in millimetres, the indent in ems.
    public init(
        _ text: String,
        _ style: TextStyle,
        width: Double,
        alignment: Alignment = .start,
        indent: Double = 0,
        leading: Leading = .multiple(1.5),
        hangsPunctuation: Bool = false
    ) {
        self.init(
            [Run(text, style)],
            width: width,
            alignment: alignment,
            indent: indent,
            leading: leading,
            hangsPunctuation: hangsPunctuation
        )
    }

    /// The text of all runs.
    public var text: String { runs.map(\.text).joined() }
}

extension Paragraph {
    /// The paragraph in lines; where there are many paragraphs, one `Typesetter` measures less.
    public func set(_ measure: any TextMeasuring) -> SetParagraph {
        var typesetter = Typesetter(measure)
        return typesetter.set(self)
    }

    /// The paragraph at the largest size that fits a box; see `Typesetter.fit`.
    public func scaled(
        toFit box: Size,
        floor: Double,
        _ measure: any TextMeasuring
    ) -> SetParagraph? {
        var typesetter = Typesetter(measure)
        return typesetter.fit(self, into: box, floor: floor)
    }

    /// The type size of the largest run, in points.
    var largestSize: Double { runs.map(\.style.size).max() ?? 0 }

    /// The paragraph with its largest run at a size in points and the others in proportion.
    func resized(to size: Double) -> Self {
        guard largestSize > 0 else { return self }
        let scale = size / largestSize
        var resized = self
        for index in runs.indices {
            let style = runs[index].style
            // The largest run gets the very number, not a product that is nearly it.
            resized.runs[index].style.size =
                style.size == largestSize ? size : style.size * scale
            resized.runs[index].style.tracking = style.tracking * scale
        }
        return resized
    }

    /// The text from a place on, counted in UTF-8 bytes, to be continued elsewhere without an indent.
    func dropping(_ count: Int) -> Self {
        var rest = self
        rest.indent = 0
        rest.runs = []
        var left = count
        for (index, run) in runs.enumerated() {
            let size = run.text.utf8.count
            if size > left || index == runs.count - 1 {
                let text = String(decoding: run.text.utf8.dropFirst(left), as: UTF8.self)
                rest.runs.append(Run(text, run.style))
            }
            left = max(0, left - size)
        }
        return rest
    }
}
