import PageLayout

extension FormComposition {
    /// A part of the page with its height.
    enum Laid {
        case table(Table, stretching: Int, height: Double)
        case text(TypesetText, x: Double, after: Double)
        case space(Double, stretching: Int)
    }

    /// Everything between title and foot.
    mutating func blocks() throws(TableError) -> [Laid] {
        var laid: [Laid] = []
        for block in template.blocks {
            switch block {
            case .table(let form):
                let stretching = form.rows.count(where: \.isStretching)
                let table = try table(form)
                let height = table.height(width: width)
                laid.append(.table(table, stretching: stretching, height: height))
            case .text(let text):
                var paragraph = typeset(text, width: width, leading: 1.7)
                paragraph.isParagraph = true
                laid.append(.text(paragraph, x: 0, after: 1.5))
            case .signs(let texts):
                for text in texts {
                    var sign = typeset(text, width: width / 2, alignment: .start)
                    sign.isParagraph = true
                    laid.append(.space(3, stretching: 0))
                    laid.append(.text(sign, x: width / 2, after: 0))
                }
            case .space(let height): laid.append(.space(height, stretching: 0))
            case .stretch(let height): laid.append(.space(height, stretching: 1))
            }
        }
        return laid + notes()
    }

    /// The notes: numbered if there are several, after a word that says that they are notes.
    private mutating func notes() -> [Laid] {
        let look = style.texts.small
        let title = style.text("notes")
        let titleWidth = compositor.measure.width(of: title, in: look)
        let isNumbered = template.notes.count > 1
        let numberWidth = isNumbered ? 1.6 * look.em : 0
        var laid: [Laid] = template.notes.isEmpty ? [] : [.space(2, stretching: 0)]
        for (index, note) in template.notes.enumerated() {
            let indent = titleWidth + numberWidth
            var text = typeset(note, width: width - indent, look: look, leading: 1.4)
            let number = isNumbered ? "\(index + 1)." : ""
            text.set.lead(with: [(index == 0 ? title : "", 0), (number, titleWidth)], look, indent)
            text.isParagraph = true
            laid.append(.text(text, x: 0, after: 0))
        }
        return laid
    }
}

extension FormRow {
    var isStretching: Bool { if case .stretching = height { true } else { false } }
}

extension FormComposition.Laid {
    /// The height that it takes.
    var height: Double {
        switch self {
        case .table(_, _, let height): height
        case .text(let text, _, let after): text.set.height + after
        case .space(let height, _): height
        }
    }

    /// The number of its rows that take spare room.
    var stretching: Int {
        switch self {
        case .table(_, let count, _), .space(_, let count): count
        case .text: 0
        }
    }
}

extension SetParagraph {
    /// Moves the lines to the right and puts words before the first of them.
    fileprivate mutating func lead(
        with words: [(text: String, x: Double)],
        _ style: TextStyle,
        _ indent: Double
    ) {
        for line in lines.indices {
            for piece in lines[line].pieces.indices { lines[line].pieces[piece].x += indent }
        }
        let pieces = words.filter { !$0.text.isEmpty }.map { text, x in
            Piece(text: text, x: x, style: style, run: -1, width: 0)
        }
        lines[0].pieces.insert(contentsOf: pieces, at: 0)
    }
}
