import PageLayout

extension FormComposition {
    /// The least height of a row into which rows are pressed to make room for more of them.
    private static let leastRow = 6.0
    /// The width of the column of numbers.
    private static let numberWidth = 10.0

    /// The rows of a field as a table; those that have no room go on elsewhere.
    mutating func list(_ list: FormList, width: Double) throws(TableError) -> Table {
        guard let rule = compositor.rules[list.field], let columns = rule.columns else {
            return try drawn([width], rows: [], isNested: true)
        }
        let widths = self.widths(of: list, in: width)
        let answered = rows(of: rule)
        let height = list.rowHeight ?? style.sizes.row
        let room = Double(list.rows) * height
        let capacity =
            freedom.lists ? .max : max(list.rows, Int(room / min(height, Self.leastRow)))
        let isFull = answered.count > capacity
        let shown = isFull ? capacity - 1 : answered.count
        let count = isFull ? capacity : max(list.rows, shown)
        let rowHeight = max(room / Double(count), min(height, Self.leastRow))
        var rows: [TableRow] = []
        for index in 0..<count {
            if index == shown, isFull {
                rows.append(pointer(columns: widths.count, height: rowHeight))
                continue
            }
            let answers = index < answered.count ? answered[index] : [:]
            let cells = self.row(
                index,
                of: rule,
                answers,
                widths: widths,
                height: rowHeight,
                isNumbered: list.numbering != nil
            )
            rows.append(TableRow(cells, height: .stretching(atLeast: rowHeight)))
        }
        if isFull {
            let rest = Continuation.Rest.rows(Array(answered[shown...]), first: shown + 1)
            continuations.append(Continuation(rule: rule, rest: rest))
        }
        let header = header(of: columns, numbering: list.numbering, widths: widths)
        return try drawn(widths, header: [header], rows: rows, isNested: true)
    }

    /// The widths of the columns, that of the numbers first.
    func widths(of list: FormList, in width: Double) -> [Double] {
        guard list.numbering != nil else { return list.columns.widths(in: width) }
        return [Self.numberWidth] + list.columns.widths(in: width - Self.numberWidth)
    }

    /// The row of labels.
    func header(
        of columns: [FormEntryRule],
        numbering: String?,
        widths: [Double]
    ) -> TableRow {
        let labels = (numbering.map { [$0] } ?? []) + columns.map(\.label)
        let cells = zip(labels, widths).map { text, width in
            let room = Size(width - 2, style.sizes.row - 2)
            return TableCell(
                label(text, in: room, isSpread: false),
                padding: TableCell.Padding(sides: 1, ends: 1),
                meaning: .columnHeader
            )
        }
        return TableRow(cells, height: .atLeast(style.sizes.row))
    }

    /// The cells of a row; columns are fields whose ids tell the row too.
    mutating func row(
        _ index: Int,
        of rule: FormEntryRule,
        _ answers: [String: String],
        widths: [Double],
        height: Double,
        isNumbered: Bool
    ) -> [TableCell] {
        var cells: [TableCell] = []
        if isNumbered {
            let room = Size(widths[0] - 2, height - 1)
            cells.append(TableCell(label("\(index + 1)", in: room, isSpread: false)))
        }
        let offset = isNumbered ? 1 : 0
        for (column, entry) in (rule.columns ?? []).enumerated() {
            var entry = entry
            let answer = entry.shown(answers[entry.id] ?? "")
            entry.id = "\(rule.id).\(index + 1).\(entry.id)"
            entry.label = style.text(
                "rowLabel",
                ["label": rule.label, "row": "\(index + 1)", "column": entry.label]
            )
            let room = Size(widths[column + offset] - 2, height - 1)
            var cell = TableCell(padding: TableCell.Padding(sides: 1, ends: 0.5))
            cell.content = content(of: entry, answer, in: room, isFirst: index == 0)
            if cell.content is FieldContent {
                cell.alignment = .fill
                cell.padding = TableCell.Padding(sides: 0.5, ends: 0.5)
            }
            cells.append(cell)
        }
        return cells
    }

    private mutating func content(
        of entry: FormEntryRule,
        _ answer: String,
        in room: Size,
        isFirst: Bool
    ) -> any CellContent {
        if isForAuthor {
            guard isFirst else { return EmptyContent() }
            let id = entry.id.replacing(".1.", with: ".")
            let name = Paragraph(
                id,
                authorStyle(style.texts.value),
                width: room.width,
                alignment: .centre
            )
            return TypesetText(set: compositor.set(name))
        }
        if isOnScreen {
            let kind = FormField.Kind.text(
                style.texts.value,
                alignment: .centre,
                isMultiline: false,
                limit: entry.limit
            )
            guard let field = field(entry, kind: kind, value: answer) else {
                return EmptyContent()
            }
            return FieldContent(field: field)
        }
        guard !answer.isEmpty else { return EmptyContent() }
        if freedom.lists { return comfortable(answer, in: room) }
        let (content, rest) = fitted(answer, in: room)
        if let rest { continuations.append(Continuation(rule: entry, rest: .text(rest))) }
        return content
    }

    /// The rows answered, those at the end without any answer left out.
    private func rows(of rule: FormEntryRule) -> [[String: String]] {
        guard case .rows(var rows)? = answers[rule.id] else { return [] }
        while rows.last?.values.allSatisfy(\.isEmpty) == true { rows.removeLast() }
        return rows
    }

    private func pointer(columns: Int, height: Double) -> TableRow {
        let room = Size(width, height)
        let words = label(style.text("continuedRows"), in: room, isSpread: false)
        return TableRow(
            [TableCell(words, columns: columns)],
            height: .stretching(atLeast: height)
        )
    }
}
