import PageLayout

extension FormComposition {
    /// The rows of a field as a table that goes on over pages under its head; nil if there is nothing to show.
    mutating func flowing(_ list: FormList) throws(TableError) -> Table? {
        guard let rule = compositor.rules[list.field], let columns = rule.columns else {
            return nil
        }
        let answered = self.rows(of: rule)
        let count = answers.isEmpty ? list.rows : answered.count
        guard count > 0 else { return nil }
        let usual = texts
        defer { texts = usual }
        if let size = list.size { texts.enlarge(to: size) }
        let widths = self.widths(of: list, in: width)
        let header = header(
            of: columns,
            numbering: list.numbering,
            widths: widths,
            fill: list.headFill
        )
        let targets = list.hasLinks ? inserts.targets[list.field] ?? [] : []
        var rows: [TableRow] = []
        for index in 0..<count {
            var row = row(
                index,
                of: rule,
                index < answered.count ? answered[index] : [:],
                widths: widths,
                floor: style.sizes.valueComfort,
                isNumbered: list.numbering != nil,
                showsBoxes: true
            )
            if index < targets.count, let target = targets[index] {
                link(&row, to: target, from: list.numbering == nil ? 0 : 1, widths)
            }
            rows.append(TableRow(row, height: .atLeast(list.rowHeight ?? style.sizes.row)))
        }
        // Neither the first row nor the last one stands alone on a page.
        rows[0].keepsWithNext = count > 1
        if count > 1 { rows[count - 2].keepsWithNext = true }
        return try drawn(widths, header: [header], rows: rows)
    }

    /// Lets a row lead to a page from its cell in a column.
    private func link(
        _ row: inout [TableCell],
        to target: Int,
        from column: Int,
        _ widths: [Double]
    ) {
        guard row.indices.contains(column) else { return }
        let padding = row[column].padding
        row[column].content = LinkedContent(
            content: row[column].content,
            target: target,
            left: widths[..<column].reduce(0, +) + padding.left,
            rowWidth: widths.reduce(0, +),
            ends: padding.top
        )
        row[column].alignment = .fill
    }
}
