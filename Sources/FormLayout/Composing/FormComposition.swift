import PageLayout

/// One form in the making.
struct FormComposition {
    let compositor: FormCompositor
    let answers: FormAnswers
    /// What is put in besides answers.
    let inserts: FormInserts
    /// What may take more room than a blank form gives it.
    private(set) var freedom = Freedom.all
    /// What goes on on an addendum sheet.
    var continuations: [Continuation] = []
    /// The looks of text; in a table of large type its own.
    var texts: FormStyle.Texts
    /// What is left out; nil for a form with its answers.
    var draft: MasterDraft?
    /// The names of fields that stand on the page already.
    private var names: Set<String> = []

    /// What a field still has to say.
    struct Continuation {
        enum Rest {
            case text(String)
            /// Rows, the first of which has this number.
            case rows([[String: String]], first: Int)
        }

        var rule: FormEntryRule
        var rest: Rest
    }

    init(_ compositor: FormCompositor, _ answers: FormAnswers, _ inserts: FormInserts) {
        self.compositor = compositor
        self.answers = answers
        self.inserts = inserts
        texts = compositor.texts
    }

    var template: FormTemplate { compositor.template }
    var style: FormStyle { compositor.style }
    var isOnScreen: Bool { compositor.options.purpose == .screen }
    var isForAuthor: Bool { compositor.options.purpose == .author }

    /// The room for the title and the blocks.
    var area: Box {
        guard let border = template.border else { return page }
        return page.inset(
            left: border.sides,
            top: border.ends,
            right: border.sides,
            bottom: border.ends
        )
    }

    /// The same and the border around it.
    var page: Box {
        guard let place = compositor.options.place else {
            let margins = style.margins
            return Box(0, 0, paper.width, paper.height)
                .inset(
                    left: margins.sides,
                    top: margins.top,
                    right: margins.sides,
                    bottom: bottom
                )
        }
        // Lines on the edge stick out by half their width.
        return place.content.inset(bottom: place.corner.height).inset(style.sizes.frame / 2)
    }

    /// The same on pages after the first.
    var laterArea: Box { area.inset(top: continuationHeight) }

    /// The width of that room.
    var width: Double {
        let borders = 2 * (template.border?.sides ?? 0)
        guard let place = compositor.options.place else {
            return paper.width - 2 * style.margins.sides - borders
        }
        return place.content.width - style.sizes.frame - borders
    }

    /// What stands between answers to one field; on sheets they may be sentences.
    private var listSeparator: String {
        style.text(template.isSheet ? "sheetListSeparator" : "listSeparator")
    }

    /// The level of the title as a heading.
    var headingLevel: Int { compositor.options.place?.headingLevel ?? 1 }

    /// The paper's width and height.
    var paper: Size { template.paper.size }

    /// Forgets what was laid out, to do it again.
    mutating func restart(_ freedom: Freedom) {
        self.freedom = freedom
        continuations = []
        names = []
    }

    /// The answer to a field as one text; empty if there is none.
    func text(of rule: FormEntryRule) -> String {
        let text =
            switch answers[rule.id] {
            case .text(let text): rule.shown(text)
            case .texts(let texts): texts.joined(separator: listSeparator)
            case .rows, nil: ""
            }
        guard text.isEmpty, !answers.isEmpty, let absent = rule.absent else { return text }
        return absent
    }

    /// Whether a text is shown with these answers.
    func isShown(_ text: FormText) -> Bool { text.condition.isMet(by: answers) }

    /// The options chosen.
    func chosen(_ rule: FormEntryRule) -> [String] {
        switch answers[rule.id] {
        case .text(let text): text.isEmpty ? [] : [text]
        case .texts(let texts): texts
        case .rows, nil: []
        }
    }

    /// A field to fill in on the screen; nil for one that is there already and shows the same again.
    mutating func field(_ rule: FormEntryRule, kind: FormField.Kind, value: String) -> FormField? {
        var name = rule.id
        if case .option(let option, _) = kind { name += "=" + option }
        guard names.insert(name).inserted else { return nil }
        return FormField(
            name: rule.id,
            label: rule.label,
            kind: kind,
            isRequired: rule.isRequired,
            value: value
        )
    }
}

extension FormEntryRule {
    /// An answer as it is printed: days and months in Chinese.
    func shown(_ text: String) -> String {
        guard kind == .date || kind == .month else { return text }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        switch kind {
        case .date where parts.count == 3:
            guard let year = parts[0], let month = parts[1], let day = parts[2] else { return text }
            return "\(year)年\(month)月\(day)日"
        case .month where parts.count == 2:
            guard let year = parts[0], let month = parts[1] else { return text }
            return "\(year)年\(month)月"
        default: return text
        }
    }
}
