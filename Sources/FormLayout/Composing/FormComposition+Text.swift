import PageLayout

extension FormComposition {
    /// A paragraph being put together from words and gaps.
    struct Inline {
        var runs: [Paragraph.Run] = []
        var underlined: Set<Int> = []
        var fields: [Int: FormField] = [:]

        mutating func add(_ text: String, _ style: TextStyle) {
            runs.append(Paragraph.Run(text, style))
        }
    }

    /// The look of a text of a template.
    func look(of text: FormText) -> TextStyle {
        var look =
            switch text.look {
            case .body: texts.body
            case .heading, .strong: texts.heading
            case .label: texts.label
            case .letter: texts.letter
            case .small: texts.small
            case .title: titleLook
            }
        look.size = text.size ?? look.size
        look.colour = text.colour.map { style.colours[$0] } ?? look.colour
        look.tracking = text.tracking
        return look
    }

    /// A text of the template with its gaps filled or left blank.
    mutating func typeset(
        _ text: FormText,
        width: Double,
        look: TextStyle? = nil,
        alignment: Paragraph.Alignment? = nil,
        leading: Double = 1.6
    ) -> TypesetText {
        let placed = FormCompositor.PlacedText(
            text: text,
            look: look ?? self.look(of: text),
            width: width,
            alignment: alignment,
            leading: leading
        )
        return compositor.keep(placed) { set(placed) }
    }

    /// A text with its gaps filled or left blank, of which nothing is remembered.
    mutating func set(_ placed: FormCompositor.PlacedText) -> TypesetText {
        let (text, base) = (placed.text, placed.look)
        var inline = Inline()
        for part in text.parts {
            switch part {
            case .words(let words): inline.add(words, base)
            case .rule(let length): addBlank(length, base, to: &inline)
            case .date: inline.add(style.text("dateBlank"), base)
            case .field(let id):
                if let rule = compositor.rules[id] { add(rule, base, to: &inline) }
            }
        }
        let paragraph = Paragraph(
            inline.runs,
            width: placed.width,
            alignment: placed.alignment ?? text.alignment.paragraph,
            indent: text.indent,
            leading: .multiple(placed.leading)
        )
        return TypesetText(
            set: compositor.set(paragraph),
            underlined: inline.underlined,
            fields: inline.fields
        )
    }

    private func addBlank(_ length: Double, _ base: TextStyle, to inline: inout Inline) {
        inline.underlined.insert(inline.runs.count)
        inline.add(blank(length, base), base)
    }

    /// Wide spaces about as long as a length.
    private func blank(_ length: Double, _ base: TextStyle) -> String {
        String(repeating: "\u{3000}", count: max(1, Int((length / base.em).rounded())))
    }

    private mutating func add(_ rule: FormEntryRule, _ base: TextStyle, to inline: inout Inline) {
        if isForAuthor {
            inline.add(rule.id, authorStyle(base))
        } else if rule.options != nil {
            addOptions(of: rule, chosen: chosen(rule), base, to: &inline)
        } else if isOnScreen {
            addWidget(rule, base, to: &inline)
        } else {
            let text = text(of: rule)
            if !text.isEmpty {
                guard !template.isSheet else {
                    inline.add(text, base)
                    return
                }
                if !rule.isDated { inline.underlined.insert(inline.runs.count) }
                inline.add(text, valueStyle(like: base))
            } else if rule.isDated {
                inline.add(style.text(rule.kind == .date ? "dateBlank" : "monthBlank"), base)
            } else {
                addBlank(rule.blankWidth, base, to: &inline)
            }
        }
    }

    private mutating func addWidget(
        _ rule: FormEntryRule,
        _ base: TextStyle,
        to inline: inout Inline
    ) {
        let kind = FormField.Kind.text(
            valueStyle(like: base),
            alignment: .start,
            isMultiline: false,
            limit: rule.isDated ? nil : rule.limit
        )
        if let field = field(rule, kind: kind, value: text(of: rule)) {
            inline.fields[inline.runs.count] = field
        }
        addBlank(rule.blankWidth, base, to: &inline)
    }

    /// The options of a choice with a box before each.
    mutating func addOptions(
        of rule: FormEntryRule,
        chosen: [String],
        _ base: TextStyle,
        to inline: inout Inline
    ) {
        for (index, option) in (rule.options ?? []).enumerated() {
            if index > 0 { inline.add("\u{3000}", base) }
            let isChosen = chosen.contains(option)
            var symbol = isChosen ? compositor.boxes.ticked : compositor.boxes.empty
            if isOnScreen {
                let kind: FormField.Kind
                var value = chosen.first ?? ""
                if case .choices = rule.kind {
                    // Each box stands for itself where several may be ticked.
                    kind = .checkBox(base)
                    value = isChosen ? "true" : ""
                    var single = rule
                    single.id += ".\(index + 1)"
                    single.label += "：" + option
                    inline.fields[inline.runs.count] = field(single, kind: kind, value: value)
                } else {
                    kind = .option(option, base)
                    inline.fields[inline.runs.count] = field(rule, kind: kind, value: value)
                }
                symbol = "\u{3000}"
            }
            inline.add(symbol, base)
            // A box and its words are one: the space between them breaks no line.
            inline.add("\u{A0}" + option, base)
        }
    }

    /// The look of an answer among words of a size.
    func valueStyle(like base: TextStyle) -> TextStyle {
        var value = texts.value
        value.size = max(base.size, style.sizes.valueFloor)
        return value
    }

    func authorStyle(_ base: TextStyle) -> TextStyle {
        var name = texts.foot
        name.size = min(base.size, 8)
        name.colour = Colour(176, 32, 32)
        return name
    }
}

extension FormEntryRule {
    var isDated: Bool { kind == .date || kind == .month }

    /// The room for an answer in running text, in millimetres.
    fileprivate var blankWidth: Double {
        if let blank { return blank }
        return switch kind {
        case .date: 34
        case .month: 24
        case .phone, .number: 36
        case .idNumber: 48
        default: 30
        }
    }
}

extension FormText.Alignment {
    var paragraph: Paragraph.Alignment {
        switch self {
        case .left: .start
        case .justified: .justified
        case .centre: .centre
        case .right: .end
        }
    }
}
