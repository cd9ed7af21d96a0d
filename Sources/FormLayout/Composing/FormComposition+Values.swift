import PageLayout

extension FormComposition {
    /// The content of a cell that holds the answer to a field.
    mutating func value(of rule: FormEntryRule, in room: Size) -> any CellContent {
        if isForAuthor { return author(rule.id, width: room.width) }
        if rule.options != nil { return options(of: rule, chosen: chosen(rule), in: room) }
        let text = text(of: rule)
        if isOnScreen { return widget(rule, value: text, height: room.height) }
        guard !text.isEmpty else { return blank(rule, width: room.width) }
        let isProse = rule.kind == .lines
        if let floor = growthFloor, !isProse, room.height.isFinite {
            return unbounded(text, in: room, floor: floor, like: rule)
        }
        let (content, rest) = fitted(text, in: room, like: rule)
        if let rest { continuations.append(Continuation(rule: rule, rest: .text(rest))) }
        return content
    }

    /// The id of a field, for authors.
    private func author(_ id: String, width: Double) -> TypesetText {
        let name = Paragraph(id, authorStyle(texts.value), width: width, alignment: .centre)
        return TypesetText(set: compositor.set(name))
    }

    private mutating func widget(
        _ rule: FormEntryRule,
        value: String,
        height: Double
    ) -> any CellContent {
        let isMultiline = rule.kind == .lines || height > 2.2 * texts.value.em * 1.3
        let kind = FormField.Kind.text(
            texts.value,
            alignment: isMultiline ? .start : .centre,
            isMultiline: isMultiline,
            limit: rule.isDated ? nil : rule.limit
        )
        guard let field = field(rule, kind: kind, value: value) else { return EmptyContent() }
        return FieldContent(field: field)
    }

    /// Room for a day or a month to be written by hand; nothing for anything else.
    private func blank(_ rule: FormEntryRule, width: Double) -> any CellContent {
        guard rule.isDated else { return EmptyContent() }
        let words = style.text(rule.kind == .date ? "dateBlank" : "monthBlank")
        let paragraph = Paragraph(words, texts.label, width: width, alignment: .centre)
        let set = compositor.keep(paragraph, height: .infinity, floor: style.sizes.labelFloor)
        return TypesetText(set: set ?? compositor.set(paragraph))
    }

    mutating func options(
        of rule: FormEntryRule,
        chosen: [String],
        in room: Size
    ) -> TypesetText {
        var inline = Inline()
        addOptions(of: rule, chosen: chosen, texts.body, to: &inline)
        let paragraph = Paragraph(
            inline.runs,
            width: room.width,
            alignment: rule.alignment?.paragraph ?? .centre,
            leading: .multiple(1.3)
        )
        let fitted = compositor.fit(paragraph, height: room.height, floor: style.sizes.labelFloor)
        return TypesetText(set: fitted ?? compositor.set(paragraph), fields: inline.fields)
    }

    /// The type size below which an answer does not shrink but make its row grow; nil if it must not.
    private var growthFloor: Double? {
        switch freedom.rows {
        case .comfort: style.sizes.valueComfort
        case .floor: style.sizes.valueFloor
        case .none: nil
        }
    }

    /// An answer that shrinks to a floor and then takes the height that it needs.
    func unbounded(
        _ text: String,
        in room: Size,
        floor: Double,
        like rule: FormEntryRule
    ) -> TypesetText {
        var paragraph = Paragraph(
            text,
            texts.value,
            width: room.width,
            alignment: rule.alignment?.paragraph ?? .centre,
            leading: .multiple(1.25)
        )
        let line = texts.value.em * 1.3
        if rule.isOneLine || text.isRange,
            let set = compositor.fit(paragraph, height: line, floor: style.sizes.valueFloor),
            set.lines.count == 1
        {
            return TypesetText(set: set)
        }
        let size = min(floor, paragraph.runs[0].style.size)
        if let set = compositor.fit(paragraph, height: max(room.height, line), floor: size) {
            return TypesetText(set: evenLeft(set, like: rule))
        }
        paragraph.runs[0].style.size = size
        return TypesetText(set: evenLeft(compositor.set(paragraph), like: rule))
    }

    /// Several lines stand even on the left, unless the rule says otherwise; only one alone stands in the middle.
    private func evenLeft(_ set: SetParagraph, like rule: FormEntryRule) -> SetParagraph {
        guard set.lines.count > 1, rule.alignment == nil, rule.kind != .lines else { return set }
        var paragraph = set.paragraph
        paragraph.alignment = .start
        return compositor.set(paragraph)
    }

    /// An answer no smaller than the floor; what has no room even so is given back.
    func fitted(
        _ text: String,
        in room: Size,
        like rule: FormEntryRule
    ) -> (content: TypesetText, rest: String?) {
        let paragraph = Paragraph(
            text,
            texts.value,
            width: room.width,
            alignment: rule.alignment?.paragraph ?? (rule.kind == .lines ? .justified : .centre),
            leading: .multiple(1.25)
        )
        let floor = style.sizes.valueFloor
        if let set = compositor.fit(paragraph, height: room.height, floor: floor) {
            return (TypesetText(set: evenLeft(set, like: rule)), nil)
        }
        let (set, rest) = cut(text, in: room)
        return (TypesetText(set: set), rest)
    }

    /// As many characters as have room together with the words that say where the rest is.
    private func cut(_ text: String, in room: Size) -> (SetParagraph, String) {
        for words in ["continued", "continuedBrief"] {
            if let cut = cut(text, pointing: style.text(words), in: room) { return cut }
        }
        return (compositor.set(Paragraph("", texts.value, width: room.width)), text)
    }

    /// The same; nil if not even the words that say where the rest is have room.
    private func cut(
        _ text: String,
        pointing pointer: String,
        in room: Size
    ) -> (SetParagraph, String)? {
        let characters = Array(text)
        func attempt(_ count: Int) -> SetParagraph? {
            var look = texts.value
            look.size = style.sizes.valueFloor
            let head = Paragraph(
                String(characters.prefix(count)) + pointer,
                look,
                width: room.width,
                leading: .multiple(1.2)
            )
            return compositor.fit(head, height: room.height, floor: look.size)
        }
        var low = 0
        var high = characters.count
        while low < high {
            let middle = (low + high + 1) / 2
            if attempt(middle) == nil { high = middle - 1 } else { low = middle }
        }
        return attempt(low).map { ($0, String(characters.dropFirst(low))) }
    }
}

extension String {
    /// Whether it is a number, or two with a dash between them.
    fileprivate var isRange: Bool { allSatisfy { $0.isNumber || $0 == "–" || $0 == "-" } }
}

extension FormEntryRule {
    /// Whether it is harder to read in two lines than in small type.
    var isOneLine: Bool {
        switch kind {
        case .number, .phone, .idNumber, .date, .month: true
        case .text, .lines, .choice, .choices, .rows: false
        }
    }
}
