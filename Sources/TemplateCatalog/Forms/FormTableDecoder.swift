import FormLayout

/// Reads a table of a form.
struct FormTableDecoder {
    private struct Row {
        var row: FormRow
        var cells: [FormCellDecoder.Read]
        var value: YAMLValue
    }

    let texts: FormTextDecoder
    /// What the page has between its margins, in millimetres.
    let width: Double

    func table(_ value: YAMLValue) throws(CatalogError) -> FormTable {
        let mapping = try YAMLMapping(value, keys: ["columns", "rows", "size", "lines", "labels"])
        let troubles = value.log?.troubles
        let columns = try mapping.part("columns") { (item) throws(CatalogError) in
            let columns = try FormWidths.columns(item)
            try FormWidths.require(columns, fitInto: width, item)
            return columns
        }
        let rows = try mapping.part("rows") { (item) throws(CatalogError) in
            let rows = try item.each(row)
            guard try !item.list().isEmpty else {
                throw item.error(.wrongValue, "a table without rows shows nothing")
            }
            return rows
        }
        let size = try mapping.optionalPart("size") { (item) throws(CatalogError) in
            try item.number(in: 6...40)
        }
        let table = FormTable(
            columns: columns ?? [],
            rows: rows?.map(\.row) ?? [],
            size: size,
            lines: try mapping.optionalPart("lines") { (item) throws(CatalogError) in
                try item.word(of: FormTable.Lines.self)
            } ?? .grid,
            labels: try mapping.optionalPart("labels") { (item) throws(CatalogError) in
                try item.word(of: FormColour.self)
            }
        )
        // What was only half read cannot be laid out.
        if troubles == value.log?.troubles, let rows { try layOut(rows, in: table, value) }
        return table
    }

    private func row(_ value: YAMLValue) throws(CatalogError) -> Row {
        guard !value.isList else { return try row(of: value, value) }
        let looks = ["fill", "head"] + FormTextDecoder.conditionKeys
        let mapping = try YAMLMapping(value, keys: ["cells"] + Self.heights + looks)
        var row = try row(of: try mapping.required("cells"), value)
        row.row.height = try height(mapping)
        row.row.fill = try mapping.optional("fill")?.word(of: FormColour.self)
        row.row.isHead = try mapping.optional("head")?.flag() ?? false
        row.row.condition = try texts.condition(mapping)
        return row
    }

    private static let heights = ["height", "grow", "stretch"]

    private func height(_ mapping: YAMLMapping) throws(CatalogError) -> FormRow.Height {
        guard mapping.entries.contains(where: { Self.heights.contains($0.key) }) else {
            return .usual
        }
        let others = mapping.entries.map(\.key).filter { !Self.heights.contains($0) }
        let entry = try mapping.onlyEntry(of: Self.heights, beside: others)
        let millimetres = try entry.value.number(in: 1...250)
        return switch entry.key {
        case "height": .fixed(millimetres)
        case "grow": .growing(millimetres)
        default: .stretching(millimetres)
        }
    }

    private func row(of list: YAMLValue, _ value: YAMLValue) throws(CatalogError) -> Row {
        let decoder = FormCellDecoder(texts: texts)
        let cells = try list.each(decoder.cell)
        return Row(row: FormRow(cells.map(\.cell)), cells: cells, value: value)
    }

    private func layOut(
        _ rows: [Row],
        in table: FormTable,
        _ value: YAMLValue
    ) throws(CatalogError) {
        let widths = FormWidths.millimetres(of: table.columns, in: width)
        var grid = FormGrid(columns: table.columns.count, rows: rows.count)
        for (index, row) in rows.enumerated() {
            let ranges = try value.attempt { () throws(CatalogError) in
                try grid.place(row.cells, row: index, row.value)
            }
            guard let ranges else {
                // Rows below lean on what comes down from here.
                if row.row.cells.contains(where: { $0.rows > 1 }) { return }
                continue
            }
            for (cell, range) in zip(row.cells, ranges) {
                _ = try value.attempt { () throws(CatalogError) in
                    try cell.require(width: widths[range].reduce(0, +))
                }
            }
        }
    }
}
