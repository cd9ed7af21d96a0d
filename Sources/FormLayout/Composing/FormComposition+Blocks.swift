import PageLayout

extension FormComposition {
    /// From this type size on lines stand closer.
    private static let large = 16.0

    /// A part of the page with its height.
    enum Laid {
        case table(Table, stretching: Int, height: Double, isWhole: Bool, isFramed: Bool = true)
        case text(TypesetText, x: Double, after: Double)
        case items([TypesetText])
        case space(Double, stretching: Int)
        case figure(BlockFigure)
    }

    /// Everything between title and foot.
    mutating func blocks() throws(TableError) -> [Laid] {
        var laid: [Laid] = []
        for block in template.blocks {
            switch block {
            case .table(let whole):
                let form = shown(whole)
                let stretching = form.rows.count(where: \.isStretching)
                let table = try table(form)
                let height = table.height(width: width)
                let isWhole = template.isSheet && height <= laterArea.height
                laid.append(
                    .table(
                        table,
                        stretching: stretching,
                        height: height,
                        isWhole: isWhole,
                        isFramed: form.lines == .grid
                    )
                )
            case .list(let list):
                if let table = try flowing(list) {
                    let height = table.height(width: width)
                    laid.append(.table(table, stretching: 0, height: height, isWhole: false))
                }
            case .items(let form):
                let items = items(form)
                if !items.isEmpty { laid.append(.items(items)) }
            case .text(let text):
                guard isShown(text) else { continue }
                // Large type needs less room between its lines.
                let leading = look(of: text).size >= Self.large ? 1.3 : 1.7
                laid.append(paragraph(text, leading: leading))
            case .signs(let texts): laid += signs(texts)
            case .rule(let thickness): laid.append(.figure(.rule(thickness)))
            case .code(let code): laid.append(.figure(.code(figure(code))))
            case .space(let height): laid.append(.space(height, stretching: 0))
            case .stretch(let height): laid.append(.space(height, stretching: 1))
            }
        }
        return cornerNotes() == nil ? laid + notes(width: width) : laid
    }

    private mutating func paragraph(_ text: FormText, leading: Double) -> Laid {
        var set = typeset(text, width: width, leading: leading)
        set.role = role(of: text)
        set.flank = text.flank
        let part = AnswerPart.paragraph(text, width: width, leading: leading, role(of: text))
        if text.hasFields, let hole = draft?.hole(for: part, set) {
            return .figure(.hole(hole, after: Self.afterText))
        }
        return .text(set, x: 0, after: Self.afterText)
    }

    /// The room after a paragraph.
    private static let afterText = 1.5

    /// The code in its place, and what stands with it.
    private mutating func figure(_ form: FormCode) -> CodeFigure {
        var figure = CodeFigure(stamp: inserts.code, module: form.module)
        let room = CodeFigure.room(beside: inserts.code, module: form.module, in: width)
        for text in form.beside.filter(isShown) {
            var set = typeset(text, width: room)
            set.role = role(of: text)
            figure.texts.append(set)
        }
        var look = texts.label
        (look.size, look.colour) = (Self.captionSize, style.colours.soft)
        for caption in inserts.code?.captions ?? [] {
            let line = Paragraph(
                caption,
                look,
                width: width - room,
                alignment: .end,
                leading: .multiple(Self.captionLeading)
            )
            figure.captions.append(TypesetText(set: compositor.set(line), role: .paragraph))
        }
        return figure
    }

    /// The type size of words under a code.
    private static let captionSize = 6.0
    private static let captionLeading = 1.4

    /// Lines to sign on, at the right.
    private mutating func signs(_ texts: [FormText]) -> [Laid] {
        texts.filter(isShown).flatMap { text -> [Laid] in
            var sign = typeset(text, width: width / 2, alignment: .start)
            sign.role = .paragraph
            return [.space(3, stretching: 0), .text(sign, x: width / 2, after: 0)]
        }
    }

    /// What a text of the page is to readers that follow meaning.
    private func role(of text: FormText) -> StructureRole {
        switch text.look {
        case .title: .heading(level: headingLevel)
        case .heading where template.isSheet: .heading(level: headingLevel + 1)
        case .body, .heading, .label, .letter, .small, .strong: .paragraph
        }
    }

    /// The notes, if they have room beside the corner that stays free.
    mutating func cornerNotes() -> [Laid]? {
        guard let place = compositor.options.place, place.corner.height > 0 else { return nil }
        let notes = notes(width: width - place.corner.width - Self.besideCorner)
        return height(of: notes) <= place.corner.height ? notes : nil
    }

    /// What stays white beside the corner.
    private static let besideCorner = 4.0

    /// The notes: numbered if there are several, after a word that says that they are notes.
    private mutating func notes(width: Double) -> [Laid] {
        let look = texts.small
        let title = style.text("notes")
        let titleWidth = compositor.measure.width(of: title, in: look)
        let notes = template.notes.filter(isShown)
        let isNumbered = notes.count > 1
        let numberWidth = isNumbered ? 1.6 * look.em : 0
        var laid: [Laid] = notes.isEmpty ? [] : [.space(2, stretching: 0)]
        for (index, note) in notes.enumerated() {
            let indent = titleWidth + numberWidth
            var text = typeset(note, width: width - indent, look: look, leading: 1.4)
            let number = isNumbered ? "\(index + 1)." : ""
            text.set.lead(with: [(index == 0 ? title : "", 0), (number, titleWidth)], look, indent)
            text.role = .paragraph
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
        case .table(_, _, let height, _, _): height
        case .text(let text, _, let after): text.set.height + after
        case .items(let items):
            items.reduce(0) { $0 + $1.set.height + FormComposition.afterItem }
        case .space(let height, _): height
        case .figure(let figure): figure.height
        }
    }

    /// The height of its first part, which stands under a heading.
    var least: Double {
        switch self {
        case .table: min(height, Self.leastTable)
        case .items(let items): items.first?.set.height ?? 0
        case .text, .space, .figure: height
        }
    }

    /// Some rows of a table.
    private static let leastTable = 25.0

    /// The number of its rows that take spare room.
    var stretching: Int {
        switch self {
        case .table(_, let count, _, _, _), .space(_, let count): count
        case .text, .items, .figure: 0
        }
    }
}

extension SetParagraph {
    /// Moves the lines to the right and puts words before the first of them.
    mutating func lead(
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
