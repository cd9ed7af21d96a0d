import PageLayout

/// The drawing operators of one page (ISO 32000-1, annex A), written from millimetres.
struct ContentStream {
    private(set) var bytes: [UInt8] = []
    private let height: Double

    /// A page's stream; the height in millimetres turns our y, which grows downward, upside down.
    init(pageHeight: Double) { height = pageHeight }

    mutating func rule(from: Point, to: Point, _ stroke: Stroke) {
        begin(stroke)
        line("\(x(from.x)) \(y(from.y)) m \(x(to.x)) \(y(to.y)) l S Q")
    }

    /// A line through several points.
    mutating func polyline(_ points: [Point], _ stroke: Stroke) {
        begin(stroke)
        line("1 J 1 j")
        for (index, point) in points.enumerated() {
            line("\(x(point.x)) \(y(point.y)) \(index == 0 ? "m" : "l")")
        }
        line("S Q")
    }

    mutating func box(_ box: Box, fill: Colour?, stroke: Stroke?) {
        let path: ContentText = "\(x(box.x)) \(y(box.bottom)) \(x(box.width)) \(x(box.height)) re"
        if let fill { line("q \(rgb(fill)) rg \(path) f Q") }
        if let stroke {
            begin(stroke)
            line("\(path) S Q")
        }
    }

    mutating func code(_ modules: CodeModules, in box: Box) {
        let module = x(box.width / Double(modules.side))
        // A unit is a module, and y grows downward: whole numbers take less room than places.
        line("q 0 0 0 rg \(module) 0 0 \(module.negated) \(x(box.x)) \(y(box.y)) cm")
        for run in modules.runs {
            for number in [run.start, run.row, run.length] {
                bytes.append(digitsOf: number.magnitude)
                bytes.append(UInt8(ascii: " "))
            }
            bytes += "1 re\n".utf8
        }
        line("f Q")
    }

    mutating func picture(_ name: String, in box: Box, turn: Turn) {
        line("q \(x(box.width)) 0 0 \(x(box.height)) \(x(box.x)) \(y(box.bottom)) cm")
        if turn != .none {
            let turned = turn.matrix.map { ContentText.Number($0) }
            line("\(turned[0]) \(turned[1]) \(turned[2]) \(turned[3]) \(turned[4]) \(turned[5]) cm")
        }
        line("/\(name) Do Q")
    }

    /// Shows one run of glyphs, whose codes are hexadecimal; `start` is on the baseline.
    mutating func text(font: String, codes: [UInt8], at start: Point, _ style: TextStyle) {
        let isTracked = style.tracking != 0
        let tracking: ContentText = isTracked ? "\(x(style.tracking)) Tc " : ""
        line(
            """
            BT \(rgb(style.colour)) rg /\(font) \(ContentText.Number(style.size)) Tf \
            \(tracking)\(x(start.x)) \(y(start.y)) Td <\(codes)> Tj ET\(isTracked ? " 0 Tc" : "")
            """
        )
    }

    /// Says what the glyphs that follow stand for, where the font's own map says something else.
    mutating func beginActualText(_ text: String) {
        line("/Span << /ActualText <FEFF\(text.utf16.map(\.fourHexDigits).joined())> >> BDC")
    }

    mutating func endActualText() { line("EMC") }

    /// Begins what belongs to one element of the structure tree (ISO 32000-1, 14.7.4).
    mutating func beginSequence(_ tag: String, id: Int) { line("/\(tag) <</MCID \(id)>> BDC") }

    /// Begins what means nothing: lines, and the page's furniture.
    mutating func beginArtifact() { line("/Artifact BMC") }

    mutating func endSequence() { line("EMC") }

    /// Begins what a viewer replaces when a field is filled in (ISO 32000-1, 12.7.3.3), cut off at a box.
    mutating func beginVariableText(_ box: Box) {
        line("/Tx BMC q \(x(box.x)) \(y(box.bottom)) \(x(box.width)) \(x(box.height)) re W n")
    }

    mutating func endVariableText() { line("Q EMC") }

    /// How a viewer shall show text that is typed.
    static func defaultAppearance(font: String, _ style: TextStyle) -> String {
        let content = ContentStream(pageHeight: 0)
        let size = ContentText.Number(style.size)
        let text: ContentText = "/\(font) \(size) Tf \(content.rgb(style.colour)) rg"
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private mutating func begin(_ stroke: Stroke) {
        let dash: ContentText = stroke.dash.map { "[\(x($0))] 0 d " } ?? ""
        line("q \(rgb(stroke.colour)) RG \(x(stroke.width)) w \(dash)")
    }

    private mutating func line(_ text: ContentText) {
        bytes += text.bytes
        bytes.append(UInt8(ascii: "\n"))
    }

    private func x(_ millimetres: Double) -> ContentText.Number {
        ContentText.Number(millimetres * 72 / 25.4)
    }

    private func y(_ millimetres: Double) -> ContentText.Number { x(height - millimetres) }

    private func rgb(_ colour: Colour) -> ContentText {
        func share(_ value: UInt8) -> ContentText.Number { ContentText.Number(Double(value) / 255) }
        return "\(share(colour.red)) \(share(colour.green)) \(share(colour.blue))"
    }
}
