extension ContentInterpreter {
    mutating func setText(_ known: ContentOperator) throws(PDFReadingError) {
        switch known {
        case .beginText:
            textMatrix = .identity
            lineMatrix = .identity
        case .endText: break
        case .characterSpace: state.text.characterSpace = try lastNumber()
        case .wordSpace: state.text.wordSpace = try lastNumber()
        case .textScale: state.text.scale = try lastNumber() / 100
        case .leading: state.text.leading = try lastNumber()
        case .rise: state.text.rise = try lastNumber()
        case .renderMode: try setRenderMode()
        case .font: try setFont()
        case .nextLine, .nextLineLeading: try moveLine(setsLeading: known == .nextLineLeading)
        case .textMatrix:
            lineMatrix = PDFMatrix(Array(try operands(6)))
            textMatrix = lineMatrix
        case .newLine: newLine()
        default: try showText(known)
        }
    }

    private func lastNumber() throws(PDFReadingError) -> Double { try operands(1).last ?? 0 }

    private mutating func setRenderMode() throws(PDFReadingError) {
        let mode = try lastNumber()
        guard 0...7 ~= mode else { throw PDFReadingError(.badContent, at: 0) }
        state.text.mode = Int(mode)
        if mode > 3 { result.unfollowed.insert(.textClip) }
    }

    private mutating func setFont() throws(PDFReadingError) {
        state.text.size = try lastNumber()
        guard let name = values.last?.name else { throw PDFReadingError(.badContent, at: 0) }
        let fonts = try document.store.entry("Font", of: resources).dictionary ?? [:]
        state.text.font = try font(fonts[name])
    }

    /// A font, read once if it is an object of its own.
    mutating func font(_ value: PDFValue?) throws(PDFReadingError) -> PDFFont? {
        if let id = value?.reference, let known = document.fonts[id] { return known }
        guard let dictionary = try document.store.resolved(value).dictionary else { return nil }
        let font = try PDFFont(dictionary, in: document.store)
        if let id = value?.reference { document.fonts[id] = font }
        return font
    }

    private mutating func moveLine(setsLeading: Bool) throws(PDFReadingError) {
        let numbers = try operands(2)
        let (x, y) = (numbers[numbers.startIndex], numbers[numbers.startIndex + 1])
        if setsLeading { state.text.leading = -y }
        lineMatrix = PDFMatrix(1, 0, 0, 1, x, y).then(lineMatrix)
        textMatrix = lineMatrix
    }

    private mutating func newLine() {
        lineMatrix = PDFMatrix(1, 0, 0, 1, 0, -state.text.leading).then(lineMatrix)
        textMatrix = lineMatrix
    }

    private mutating func showText(_ known: ContentOperator) throws(PDFReadingError) {
        if known == .newLineSpacedShow {
            let spaces = try operands(2)
            state.text.wordSpace = spaces[spaces.startIndex]
            state.text.characterSpace = spaces[spaces.startIndex + 1]
        }
        if known == .newLineShow || known == .newLineSpacedShow { newLine() }
        guard let operand = values.last else { throw PDFReadingError(.badContent, at: 0) }
        guard known == .showTexts else {
            guard let string = operand.string else { throw PDFReadingError(.badContent, at: 0) }
            try show([.string(string)])
            return
        }
        guard let parts = operand.array else { throw PDFReadingError(.badContent, at: 0) }
        try show(parts)
    }

    /// Shows strings, with numbers between them that move what follows back.
    private mutating func show(_ parts: [PDFValue]) throws(PDFReadingError) {
        guard let font = state.text.font else { return }
        if font.isDrawn { result.unfollowed.insert(.drawnFont) }
        let text = state.text
        var (units, advance) = ([UInt16](), 0.0)
        for part in parts {
            if let number = part.number {
                advance -= number / 1000 * text.size * text.scale
                continue
            }
            for code in font.codes(in: part.string ?? []) {
                font.append(code, to: &units)
                var width = font.width(of: code) / 1000 * text.size + text.characterSpace
                if code == 32, font.codeLength == 1 { width += text.wordSpace }
                advance += width * text.scale
            }
        }
        try note(units, advance: advance)
        textMatrix = PDFMatrix(1, 0, 0, 1, advance, 0).then(textMatrix)
    }

    private mutating func note(_ units: [UInt16], advance: Double) throws(PDFReadingError) {
        guard !units.isEmpty else { return }
        let text = state.text
        let matrix = textMatrix.then(state.matrix)
        // Most letters reach from a fifth of the size below the line to four fifths above it.
        let low = text.rise - 0.2 * text.size
        let corners = PDFRectangle(PDFPoint(0, low), PDFPoint(advance, low + text.size))
        let path = PDFPath(corners, matrix)
        let start = matrix(0, text.rise)
        if text.isVisible { try add(.text(result.texts.count), path, nil) }
        let shown = PDFText(
            text: marked.isReplaced ? "" : String(decoding: units, as: UTF16.self),
            start: start,
            box: path.box ?? PDFRectangle(start, start),
            size: abs(text.size) * matrix.scale,
            isVisible: text.isVisible
        )
        try result.add(shown, limits: limits)
    }
}
