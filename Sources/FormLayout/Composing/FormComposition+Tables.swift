import PageLayout

extension FormComposition {
    private static let letterPadding = TableCell.Padding(sides: 4, ends: 3)
    /// Where no lines stand between labels and values, room does.
    private static let openLabel = TableCell.Padding(
        left: 0.5,
        top: 1,
        right: 1.5,
        bottom: 1
    )
    private static let openValue = TableCell.Padding(left: 4, top: 1, right: 1, bottom: 1)

    /// A table of the template with the answers in its cells.
    mutating func table(_ form: FormTable) throws(TableError) -> Table {
        let usual = texts
        defer { texts = usual }
        if let size = form.size { texts.enlarge(to: size) }
        if let colour = form.labels { texts.label.colour = style.colours[colour] }
        let widths = form.columns.widths(in: width)
        let heights = form.rows.map { room(of: $0) }
        var grid = FormGrid(columns: widths.count)
        var rows: [TableRow] = []
        for (index, row) in form.rows.enumerated() {
            var cells: [TableCell] = []
            for placed in grid.next(row.cells) {
                let end = min(index + placed.cell.rows, heights.count)
                let room = Size(
                    widths[placed.columns].reduce(0, +),
                    heights[index..<end].reduce(0, +)
                )
                let least = form.rows[index..<end].reduce(0) { $0 + leastHeight(of: $1) }
                var cell = try cell(placed, in: room, rows: least, lines: form.lines)
                // Below what is printed there is room to write.
                if template.isSheet, row.isStretching, case .text(let text) = placed.cell.content,
                    !text.hasFoot
                {
                    cell.alignment = .top
                }
                finish(&cell, placed.cell.content, of: form, rows: index..<end)
                cells.append(cell)
            }
            rows.append(TableRow(cells, height: height(of: row)))
        }
        return try drawn(widths, rows: rows, lines: form.lines)
    }

    /// A table with the lines of the style.
    func drawn(
        _ widths: [Double],
        header: [TableRow] = [],
        rows: [TableRow],
        isNested: Bool = false,
        lines: FormTable.Lines = .grid
    ) throws(TableError) -> Table {
        var table = try Table(
            columns: widths.map { .fixed($0) },
            header: header,
            rows: rows,
            // Tables that follow each other share one heavy frame, which the page draws.
            frame: isNested || lines != .grid ? nil : grid(of: lines),
            grid: grid(of: lines)
        )
        table.isTagged = true
        return table
    }

    private func height(of row: FormRow) -> TableRow.Height {
        let least = leastHeight(of: row)
        return row.isStretching ? .stretching(atLeast: least) : .atLeast(least)
    }

    /// The height of a row before anything makes it grow.
    private func leastHeight(of row: FormRow) -> Double {
        switch row.height {
        case .usual: style.sizes.row
        case .fixed(let height), .growing(let height), .stretching(let height): height
        }
    }

    /// The height that an answer may have in a row.
    private func room(of row: FormRow) -> Double {
        switch row.height {
        case .usual: style.sizes.row
        case .fixed(let height): height
        case .growing(let height), .stretching(let height):
            freedom.extra.map { height + $0 } ?? .infinity
        }
    }

    private func padding(
        of placed: FormGrid.Placed,
        _ lines: FormTable.Lines
    ) -> TableCell.Padding {
        if placed.cell.isLetter { return Self.letterPadding }
        guard lines == .rows else { return .usual }
        if case .label = placed.part { return Self.openLabel }
        return Self.openValue
    }

    private mutating func cell(
        _ placed: FormGrid.Placed,
        in room: Size,
        rows least: Double,
        lines: FormTable.Lines
    ) throws(TableError) -> TableCell {
        let padding = padding(of: placed, lines)
        let inner = Size(
            room.width - padding.left - padding.right,
            room.height - padding.top - padding.bottom
        )
        var cell = TableCell(
            columns: placed.columns.count,
            rows: placed.cell.rows,
            padding: padding
        )
        if case .label(let id) = placed.part {
            cell.content = label(compositor.rules[id]?.label ?? id, in: inner, isSpread: true)
            cell.meaning = .rowHeader
            return cell
        }
        switch placed.cell.content {
        case .field(let id, _):
            guard let rule = compositor.rules[id] else { break }
            if rule.kind == .lines { cell.alignment = .top }
            try put(.value(rule, room: inner), into: &cell, rows: least)
            if cell.content is FieldContent {
                cell.alignment = .fill
                cell.padding = TableCell.Padding(sides: 0.6, ends: 0.6)
            }
        case .label(let text, isVertical: true):
            cell.content = VerticalText(
                text: text,
                style: texts.label,
                measure: compositor.measure
            )
            cell.alignment = .fill
            cell.meaning = .rowHeader
        case .label(let text, isVertical: false):
            cell.content = label(text, in: inner, isSpread: true)
            cell.meaning = .rowHeader
        case .text(let text):
            cell.padding = padding
            if text.hasFoot { cell.alignment = .fill }
            let part = AnswerPart.statement(text, width: inner.width)
            if text.hasFields {
                try put(part, into: &cell, rows: least)
            } else {
                cell.content = try content(of: part)
            }
        case .photo(let words, let width, let height, let picture):
            let text = guideWords(words, width: width - 4)
            var place = PhotoPlace(size: Size(width, height), words: text, guide: style.guide)
            if let picture {
                place.picture = inserts.pictures[picture]
                place.line = Stroke(0.2, style.colours.line)
                place.isInCorner = true
                cell.padding = .none
                cell.alignment = .top
            }
            cell.content = place
        case .list(let list):
            cell.padding = .none
            cell.alignment = .fill
            try put(.list(list, width: room.width), into: &cell, rows: least)
        }
        return cell
    }
}

extension FormCell {
    /// Whether it holds the text of a letter, which has wider edges.
    fileprivate var isLetter: Bool {
        guard case .text(let statement) = content else { return false }
        return statement.paragraphs.contains { $0.look == .letter }
    }
}

extension FormStyle.Texts {
    /// Makes labels and answers larger or smaller; the argument is the size of answers in points.
    mutating func enlarge(to size: Double) {
        label.size *= size / value.size
        body.size *= size / value.size
        value.size = size
    }
}

extension FormStatement {
    /// Whether anything stands at its bottom.
    var hasFoot: Bool { !signs.isEmpty || seal != nil || date != nil }

    /// Whether any of its texts has gaps for answers.
    fileprivate var hasFields: Bool {
        (paragraphs + signs + [date].compactMap(\.self)).contains { $0.hasFields }
    }
}
