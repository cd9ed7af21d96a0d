import PageLayout

extension FormComposition {
    /// The answers to a field as items of a list, each with its label before it; none if there are none.
    func items(_ items: FormItems) -> [TypesetText] {
        guard let rule = compositor.rules[items.field] else { return [] }
        var look = texts.body
        look.size = items.size ?? look.size
        var strong = texts.heading
        strong.size = look.size
        if let colour = items.colour { strong.colour = style.colours[colour] }
        return chosen(rule).map { text in
            let paragraph = Paragraph(
                text,
                look,
                width: width - items.indent,
                leading: .multiple(Self.itemLeading)
            )
            var set = compositor.set(paragraph)
            set.lead(with: [(rule.label + " ", 0)], strong, items.indent)
            return TypesetText(set: set, role: .listItem)
        }
    }

    private static let itemLeading = 1.5
    /// The room after an item.
    static let afterItem = 1.5
}

extension FormFlow {
    /// Adds items, as a list on each page on which there are some.
    mutating func add(_ items: [TypesetText], width: Double) {
        closeFrame()
        var isOpen = false
        for item in items {
            if !isFresh, y + item.set.height > end + 1e-6 {
                if isOpen { add([.end]) }
                isOpen = false
                turn()
            }
            if !isOpen { add([.begin(.list)]) }
            isOpen = true
            add(item.marks(in: Box(left, y, width, item.set.height)))
            y += item.set.height + FormComposition.afterItem
        }
        if isOpen { add([.end]) }
    }
}
