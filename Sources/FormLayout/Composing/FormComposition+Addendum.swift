import PageLayout

extension FormComposition {
    /// The width of the column of labels on an addendum sheet.
    private static let labelWidth = 34.0

    /// Adds the sheets on which answers go on that had no room.
    mutating func addAddendum(to flow: inout FormFlow) throws(TableError) {
        guard !continuations.isEmpty else { return }
        flow.open(titled: style.text("addendumTitle", ["title": compositor.title]))
        flow.add(identity())
        flow.skip(2)
        let texts = continuations.compactMap { item -> (String, String)? in
            guard case .text(let text) = item.rest else { return nil }
            return (item.rule.label, text)
        }
        if !texts.isEmpty {
            try flow.add(table(of: texts))
            flow.skip(4)
        }
        for item in continuations {
            guard case .rows(let rows, let first) = item.rest else { continue }
            var heading = typeset(FormText([.words(item.rule.label)], look: .heading), width: width)
            heading.role = .paragraph
            flow.add(heading)
            try flow.add(table(of: rows, first: first, of: item.rule))
            flow.skip(4)
        }
    }

    /// Whose form it is: the first answers that every form must have.
    private mutating func identity() -> TypesetText {
        let rules = template.fields.filter { $0.isRequired && $0.columns == nil }.prefix(2)
        var parts: [FormText.Part] = []
        for (index, rule) in rules.enumerated() {
            parts.append(.words((index > 0 ? "\u{3000}" : "") + rule.label + "："))
            parts.append(.words(text(of: rule)))
        }
        var text = set(
            FormCompositor.PlacedText(
                text: FormText(parts, alignment: .left),
                look: texts.body,
                width: width,
                alignment: nil,
                leading: 1.6
            )
        )
        text.role = .paragraph
        return text
    }

    private func table(of texts: [(label: String, text: String)]) throws(TableError) -> Table {
        let widths = [Self.labelWidth, width - Self.labelWidth]
        let rows = texts.map { label, text in
            let paragraph = Paragraph(
                text,
                self.texts.value,
                width: widths[1] - 3,
                alignment: .justified,
                leading: .multiple(1.4)
            )
            let room = Size(widths[0] - 3, style.sizes.row)
            let head = TableCell(
                self.label(label, in: room, isSpread: false),
                meaning: .rowHeader
            )
            let cell = TableCell(FlowingText(set: compositor.set(paragraph), compositor))
            return TableRow([head, cell], height: .atLeast(style.sizes.row))
        }
        return try drawn(widths, rows: rows)
    }

    private mutating func table(
        of rows: [[String: String]],
        first: Int,
        of rule: FormEntryRule
    ) throws(TableError) -> Table {
        guard let columns = rule.columns, let list = template.list(of: rule.id) else {
            return try drawn([width], rows: [])
        }
        let numbered = FormList(
            field: rule.id,
            columns: list.columns,
            rows: rows.count,
            numbering: list.numbering ?? style.text("number")
        )
        let widths = widths(of: numbered, in: width)
        var laid: [TableRow] = []
        for (index, answers) in rows.enumerated() {
            laid.append(row(first + index, answers, columns, widths: widths))
        }
        let header = header(of: columns, numbering: numbered.numbering, widths: widths)
        return try drawn(widths, header: [header], rows: laid)
    }

    /// A row as high as its answers need: here they have all the room there is.
    private func row(
        _ number: Int,
        _ answers: [String: String],
        _ columns: [FormEntryRule],
        widths: [Double]
    ) -> TableRow {
        let count = label("\(number)", in: Size(widths[0] - 2, style.sizes.row), isSpread: false)
        var cells = [TableCell(count, padding: TableCell.Padding(sides: 1, ends: 1))]
        for (column, width) in zip(columns, widths.dropFirst()) {
            let text = column.shown(answers[column.id] ?? "")
            let room = Size(width - 2, style.sizes.row - 2)
            let set = unbounded(
                text,
                in: room,
                floor: style.sizes.valueComfort,
                like: column
            ).set
            let content = FlowingText(set: set, compositor)
            cells.append(TableCell(content, padding: TableCell.Padding(sides: 1, ends: 1)))
        }
        return TableRow(cells, height: .atLeast(style.sizes.row))
    }
}

extension FormTemplate {
    /// Where the rows of a field stand.
    fileprivate func list(of field: String) -> FormList? {
        for case .table(let table) in blocks {
            for cell in table.rows.flatMap(\.cells) {
                if case .list(let list) = cell.content, list.field == field { return list }
            }
        }
        return nil
    }
}
