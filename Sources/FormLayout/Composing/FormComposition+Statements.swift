import PageLayout

extension FormComposition {
    /// From this width on signatures stand beside the seal.
    private static let wide = 100.0
    /// The same on sheets, where two of them stand side by side.
    private static let wideOnSheets = 78.0

    /// Words that are agreed to, with room to sign and to seal.
    mutating func statement(_ form: FormStatement, width: Double) -> Statement {
        let isWide = width >= (template.isSheet ? Self.wideOnSheets : Self.wide)
        var statement = Statement(isWide: isWide)
        for text in form.paragraphs.filter(isShown) {
            var paragraph = typeset(text, width: width)
            paragraph.role = .paragraph
            statement.paragraphs.append(paragraph)
        }
        let sealWidth = min(style.sizes.seal.width, width)
        let signWidth = isWide && form.seal != nil ? width - sealWidth - 6 : width
        for text in form.signs.filter(isShown) {
            var sign = typeset(text, width: signWidth, alignment: .start)
            sign.role = .paragraph
            statement.signs.append(sign)
        }
        if let seal = form.seal {
            var words = guideWords(seal, width: sealWidth)
            words.role = .paragraph
            statement.seal = Statement.Seal(
                words: words,
                size: Size(sealWidth, style.sizes.seal.height),
                guide: style.guide
            )
        }
        if let text = form.date, isShown(text) {
            var date = typeset(text, width: max(sealWidth, min(width, 50)), alignment: .centre)
            date.role = .paragraph
            statement.date = date
        }
        return statement
    }
}
