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
        let room = Double(list.rows) * (list.rowHeight ?? style.sizes.row)
        var rows = listed(list, rule, widths: widths, room: room)
        let answered = self.rows(of: rule)
        let isFull = rows.count < answered.count
        if isFull {
            let rest = Continuation.Rest.rows(Array(answered[rows.count...]), first: rows.count + 1)
            continuations.append(Continuation(rule: rule, rest: rest))
            rows.append(pointer(columns: widths.count))
        } else {
            // Blank rows are there where there is room: they never push anything off the page.
            var used = rows.reduce(0) { $0 + $1.height }
            for index in rows.count..<max(rows.count, list.rows) {
                let blank = listedRow(index, list, rule, [:], widths: widths, floor: 0)
                used += blank.height
                guard used <= room else { break }
                rows.append(blank)
            }
        }
        let heights = rows.map(\.height).levelled(to: room)
        let laid = zip(rows, heights).map { row, height in
            TableRow(row.cells, height: .stretching(atLeast: height))
        }
        let header = header(of: columns, numbering: list.numbering, widths: widths)
        return try drawn(widths, header: [header], rows: laid, isNested: true)
    }

    /// A row with the height that it needs.
    struct ListedRow {
        var cells: [TableCell]
        var height: Double
    }

    /// The rows that have answers: all if they have room or may take it, else as many as have room.
    private mutating func listed(
        _ list: FormList,
        _ rule: FormEntryRule,
        widths: [Double],
        room: Double
    ) -> [ListedRow] {
        let answered = self.rows(of: rule)
        var rows: [ListedRow] = []
        for floor in [style.sizes.valueComfort, style.sizes.valueFloor] {
            rows = []
            for (index, answers) in answered.enumerated() {
                rows.append(
                    listedRow(index, list, rule, answers, widths: widths, floor: floor)
                )
            }
            if rows.reduce(0, { $0 + $1.height }) <= room { return rows }
            if freedom.lists, freedom.rows == .comfort { return rows }
        }
        guard !freedom.lists else { return rows }
        var used = Self.leastRow
        return Array(
            rows.prefix { row in
                used += row.height
                return used <= room
            }
        )
    }

    private mutating func listedRow(
        _ index: Int,
        _ list: FormList,
        _ rule: FormEntryRule,
        _ answers: [String: String],
        widths: [Double],
        floor: Double
    ) -> ListedRow {
        let cells = row(
            index,
            of: rule,
            answers,
            widths: widths,
            floor: floor,
            isNumbered: list.numbering != nil
        )
        let needs = zip(cells, widths).map { cell, width in
            cell.content.height(width: width - 2) + cell.padding.top + cell.padding.bottom
        }
        return ListedRow(cells: cells, height: max(Self.leastRow, needs.max() ?? 0))
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
        widths: [Double],
        fill: FormColour? = nil
    ) -> TableRow {
        let labels = (numbering.map { [$0] } ?? []) + columns.map(\.label)
        let cells = zip(labels, widths).map { text, width in
            let room = Size(width - 2, style.sizes.row - 2)
            return TableCell(
                label(text, in: room, isSpread: false),
                padding: TableCell.Padding(sides: 1, ends: 1),
                fill: fill.map { style.colours[$0] },
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
        floor: Double,
        isNumbered: Bool,
        showsBoxes: Bool = false
    ) -> [TableCell] {
        var cells: [TableCell] = []
        if isNumbered {
            let room = Size(widths[0] - 2, Self.leastRow)
            let number = label("\(index + 1)", in: room, isSpread: false)
            cells.append(TableCell(number, padding: TableCell.Padding(sides: 1, ends: 0.5)))
        }
        let offset = isNumbered ? 1 : 0
        for (column, entry) in (rule.columns ?? []).enumerated() {
            var entry = entry
            var answer = entry.shown(answers[entry.id] ?? "")
            if answer.isEmpty, !answers.isEmpty { answer = entry.absent ?? "" }
            entry.id = "\(rule.id).\(index + 1).\(entry.id)"
            entry.label = style.text(
                "rowLabel",
                ["label": rule.label, "row": "\(index + 1)", "column": entry.label]
            )
            let width = widths[column + offset] - 2
            var cell = TableCell(padding: TableCell.Padding(sides: 1, ends: 0.5))
            if showsBoxes, !isOnScreen, !isForAuthor, entry.options != nil {
                let chosen = answer.isEmpty ? [] : [answer]
                let room = Size(width, texts.body.em * 1.4)
                cell.content = options(of: entry, chosen: chosen, in: room)
                cells.append(cell)
                continue
            }
            cell.content = content(
                of: entry,
                answer,
                width: width,
                floor: floor,
                isFirst: index == 0
            )
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
        width: Double,
        floor: Double,
        isFirst: Bool
    ) -> any CellContent {
        if isForAuthor {
            guard isFirst else { return EmptyContent() }
            let id = entry.id.replacing(".1.", with: ".")
            let name = Paragraph(
                id,
                authorStyle(texts.value),
                width: width,
                alignment: .centre
            )
            return TypesetText(set: compositor.set(name))
        }
        if isOnScreen {
            let kind = FormField.Kind.text(
                texts.value,
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
        let room = Size(width, Self.leastRow - 1)
        return unbounded(answer, in: room, floor: floor, like: entry)
    }

    /// The rows answered, those at the end without any answer left out.
    func rows(of rule: FormEntryRule) -> [[String: String]] {
        guard case .rows(var rows)? = answers[rule.id] else { return [] }
        while rows.last?.values.allSatisfy(\.isEmpty) == true { rows.removeLast() }
        return rows
    }

    private func pointer(columns: Int) -> ListedRow {
        let room = Size(width, Self.leastRow)
        let words = label(style.text("continuedRows"), in: room, isSpread: false)
        let padding = TableCell.Padding(sides: 1, ends: 0.5)
        return ListedRow(
            cells: [TableCell(words, columns: columns, padding: padding)],
            height: Self.leastRow
        )
    }
}

extension [Double] {
    /// The heights with the lowest raised to one level, so that all together take a height if they can.
    fileprivate func levelled(to total: Double) -> [Double] {
        var level = 0.0
        var taken = 0.0
        for (index, height) in sorted(by: >).enumerated() {
            // So many rows are higher than the level that the others can have.
            level = (total - taken) / Double(count - index)
            if height <= level { break }
            taken += height
        }
        return map { Swift.max($0, level) }
    }
}
