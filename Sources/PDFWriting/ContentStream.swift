import PageLayout

/// The drawing operators of one page (ISO 32000-1, annex A), written from millimetres.
struct ContentStream {
    private(set) var bytes: [UInt8] = []
    private var height: Double
    /// What was said last of text and of lines, which holds until something else is said.
    private var said = Said()
    /// The glyphs to show next.
    private var codes: [UInt16] = []

    fileprivate struct Said {
        var colour: Colour?
        var font: [UInt8] = []
        var size = 0.0
        var tracking = 0.0
        var stroke: Stroke?
    }

    /// What holds outside of a watermark.
    struct Before {
        fileprivate let said: Said
        fileprivate let height: Double
    }

    /// A page's stream; the height in millimetres turns our y, which grows downward, upside down.
    init(pageHeight: Double) {
        height = pageHeight
        bytes.reserveCapacity(1 << 14)
    }

    mutating func rule(from: Point, to: Point, _ stroke: Stroke) {
        begin(stroke)
        let places = (x(from.x), y(from.y), x(to.x), y(to.y))
        bytes.append(addingCapacity: 5 * OutputSpan<UInt8>.mostDigits) { span in
            span.append(places.0, " ")
            span.append(places.1, " m ")
            span.append(places.2, " ")
            span.append(places.3, " l S\n")
        }
    }

    /// A line through several points.
    mutating func polyline(_ points: [Point], _ stroke: Stroke) {
        line("q 1 J 1 j")
        let before = said
        begin(stroke)
        for (index, point) in points.enumerated() {
            line("\(x(point.x)) \(y(point.y)) \(index == 0 ? "m" : "l")")
        }
        line("S Q")
        said = before
    }

    mutating func box(_ box: Box, fill: Colour?, stroke: Stroke?) {
        let path: ContentText = "\(x(box.x)) \(y(box.bottom)) \(x(box.width)) \(x(box.height)) re"
        if let fill { line("q \(rgb(fill)) rg \(path) f Q") }
        if let stroke {
            begin(stroke)
            line("\(path) S")
        }
    }

    /// Whether a form would be drawn here as at the beginning of a page.
    var mayShowForms: Bool { said.tracking == 0 && said.stroke?.dash == nil }

    /// Shows a form, which leaves all as it was.
    mutating func form(_ name: String) { line("/\(name) Do") }

    /// Draws the blocks of a code, and all else of it by a form.
    mutating func code(_ blocks: [CodeModules.Block], form: String?, side: Int, in box: Box) {
        let module = x(box.width / Double(side))
        // A unit is a module, and y grows downward: whole numbers take less room than places.
        line("q 0 0 0 rg \(module) 0 0 \(module.negated) \(x(box.x)) \(y(box.y)) cm")
        if let form { self.form(form) }
        fill(blocks)
        line("Q")
    }

    /// Fills blocks, of which a unit is a module.
    mutating func fill(_ blocks: [CodeModules.Block]) {
        guard !blocks.isEmpty else { return }
        let room = 5 * OutputSpan<UInt8>.mostDigits * blocks.count
        bytes.append(addingCapacity: room) { span in
            for block in blocks {
                span.append(digitsOf: block.start.magnitude)
                span.append(UInt8(ascii: " "))
                span.append(digitsOf: block.row.magnitude)
                span.append(UInt8(ascii: " "))
                span.append(digitsOf: block.length.magnitude)
                span.append(UInt8(ascii: " "))
                span.append(digitsOf: block.height.magnitude)
                span.append(" re\n")
            }
        }
        line("f")
    }

    mutating func picture(_ name: String, in box: Box, turn: Turn) {
        line("q \(x(box.width)) 0 0 \(x(box.height)) \(x(box.x)) \(y(box.bottom)) cm")
        if turn != .none {
            let turned = turn.matrix.map { ContentText.Number($0) }
            line("\(turned[0]) \(turned[1]) \(turned[2]) \(turned[3]) \(turned[4]) \(turned[5]) cm")
        }
        line("/\(name) Do Q")
    }

    /// Adds a glyph by its code to the run that is shown next.
    mutating func add(_ code: UInt16) { codes.append(code) }

    /// Whether there are glyphs to show.
    var hasCodes: Bool { !codes.isEmpty }

    /// Shows the glyphs added; `start` is on the baseline.
    mutating func text(font: [UInt8], at start: Point, _ style: TextStyle) {
        var codes: [UInt16] = []
        swap(&codes, &self.codes)
        defer {
            codes.removeAll(keepingCapacity: true)
            swap(&codes, &self.codes)
        }
        let before = said
        let (x, y, tracking) = (x(start.x), y(start.y), x(style.tracking))
        let room = font.count + 4 * codes.count + 12 * OutputSpan<UInt8>.mostDigits
        bytes.append(addingCapacity: room) { span in
            span.append("BT ")
            if style.colour != before.colour {
                span.append(style.colour)
                span.append("rg ")
            }
            if style.size != before.size || font != before.font {
                span.append("/")
                span.append(font)
                span.append(" ")
                span.append(ContentText.Number(style.size), " Tf ")
            }
            if style.tracking != before.tracking { span.append(tracking, " Tc ") }
            span.append(x, " ")
            span.append(y, " Td <")
            for code in codes { span.append(fourHexDigits: code) }
            span.append("> Tj ET\n")
        }
        said.colour = style.colour
        (said.font, said.size) = (font, style.size)
        said.tracking = style.tracking
    }

    /// Says what the glyphs that follow stand for, where the font's own map says something else.
    mutating func beginActualText(_ text: String) {
        line("/Span << /ActualText <FEFF\(text.utf16.map(\.fourHexDigits).joined())> >> BDC")
    }

    mutating func endActualText() { line("EMC") }

    /// Begins what belongs to one element of the structure tree (ISO 32000-1, 14.7.4).
    mutating func beginSequence(_ tag: String, id: Int) {
        let tag = tag.utf8
        bytes.append(addingCapacity: tag.count + 2 * OutputSpan<UInt8>.mostDigits) { span in
            span.append("/")
            for character in tag { span.append(character) }
            span.append(" <</MCID ")
            span.append(digitsOf: id.magnitude)
            span.append(">> BDC\n")
        }
    }

    /// Begins what means nothing: lines, and the page's furniture.
    mutating func beginArtifact() { bytes.append("/Artifact BMC\n") }

    mutating func endSequence() { bytes.append("EMC\n") }

    /// Begins what a viewer replaces when a field is filled in (ISO 32000-1, 12.7.3.3), cut off at a box.
    mutating func beginVariableText(_ box: Box) {
        line("/Tx BMC q \(x(box.x)) \(y(box.bottom)) \(x(box.width)) \(x(box.height)) re W n")
    }

    mutating func endVariableText() {
        line("Q EMC")
        said = Said()
    }

    /// Begins what is drawn in outlines from the middle of a box, aslant, and cut off at the box.
    ///
    /// Points are then counted from there, down the page as everywhere.
    mutating func beginWatermark(_ mark: Watermark) -> Before {
        let before = Before(said: said, height: height)
        let box = mark.box
        line("q \(x(box.x)) \(y(box.bottom)) \(x(box.width)) \(x(box.height)) re W n")
        let (sine, cosine) = Watermark.rise
        let turn = [cosine, sine, -sine, cosine].map { ContentText.Number($0) }
        let middle: ContentText = "\(x(box.centre)) \(y(box.middle))"
        line("\(turn[0]) \(turn[1]) \(turn[2]) \(turn[3]) \(middle) cm")
        begin(Stroke(mark.line, mark.style.colour))
        line("1 Tr")
        height = 0
        return before
    }

    /// Goes back to how it was.
    mutating func endWatermark(_ before: Before) {
        line("Q")
        said = before.said
        height = before.height
    }

    /// How a viewer shall show text that is typed.
    static func defaultAppearance(font: String, _ style: TextStyle) -> String {
        let content = ContentStream(pageHeight: 0)
        let size = ContentText.Number(style.size)
        let text: ContentText = "/\(font) \(size) Tf \(content.rgb(style.colour)) rg"
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private mutating func begin(_ stroke: Stroke) {
        guard stroke != said.stroke else { return }
        let (width, dash) = (x(stroke.width), stroke.dash.map(x))
        let wasDashed = said.stroke?.dash != nil
        bytes.append(addingCapacity: 8 * OutputSpan<UInt8>.mostDigits) { span in
            span.append(stroke.colour)
            span.append("RG ")
            span.append(width, " w")
            if let dash {
                span.append("[")
                span.append(dash, "] 0 d")
            } else if wasDashed {
                span.append("[] 0 d")
            }
            span.append("\n")
        }
        said.stroke = stroke
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

extension OutputSpan<UInt8> {
    fileprivate mutating func append(_ number: ContentText.Number, _ words: StaticString) {
        append(number)
        append(words)
    }

    fileprivate mutating func append(_ colour: Colour) {
        append(ContentText.Number(Double(colour.red) / 255), " ")
        append(ContentText.Number(Double(colour.green) / 255), " ")
        append(ContentText.Number(Double(colour.blue) / 255), " ")
    }
}
