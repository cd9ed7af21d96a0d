import FormLayout

/// Reads what stands in a row of a table.
struct FormCellDecoder {
    /// A cell with its place in the file.
    struct Read {
        var cell: FormCell
        var value: YAMLValue
    }

    let texts: FormTextDecoder

    private static let keys = [
        "field": ["bare", "span", "rows"],
        "label": ["vertical", "span", "rows"],
        "text": ["signs", "seal", "date", "span", "rows"],
        "photo": ["width", "height", "picture", "span", "rows"],
        "list": ["columns", "rows", "rowHeight", "numbering", "span"],
    ]
    private static let kinds = ["field", "label", "text", "photo", "list"]
    private static let others = Set(keys.values.joined()).sorted()

    /// Reads a field's id, or a mapping that says what the cell is.
    func cell(_ value: YAMLValue) throws(CatalogError) -> Read {
        guard !value.isScalar else {
            let id = try texts.fields.cell(value)
            return Read(cell: FormCell(.field(id, hasLabel: true)), value: value)
        }
        let any = try YAMLMapping(value)
        let kind = try any.onlyEntry(of: Self.kinds, beside: Self.others, absence: absence(any)).key
        let mapping = try YAMLMapping(value, keys: [kind] + (Self.keys[kind] ?? []))
        let content = try content(kind, mapping)
        let rows = kind == "list" ? nil : mapping.optional("rows")
        let cell = FormCell(
            content,
            columns: try mapping.optional("span")?.integer(in: 1...99),
            rows: try rows?.integer(in: 1...99) ?? 1
        )
        return Read(cell: cell, value: value)
    }

    private func absence(_ mapping: YAMLMapping) -> CatalogMessage? {
        let parts = ["signs", "seal", "date"]
        guard mapping.entries.contains(where: { parts.contains($0.key) }) else { return nil }
        return "\"text\" is missing; write \"text: []\" if there is none"
    }

    private func content(
        _ kind: String,
        _ mapping: YAMLMapping
    ) throws(CatalogError) -> FormCell.Content {
        let value = try mapping.required(kind)
        switch kind {
        case "field":
            let isBare = try mapping.optional("bare")?.flag() ?? false
            return .field(try texts.fields.cell(value), hasLabel: !isBare)
        case "label":
            return .label(
                try value.words(),
                isVertical: try mapping.optional("vertical")?.flag() ?? false
            )
        case "photo":
            return .photo(
                try value.words(),
                width: try mapping.optional("width")?.number(in: 5...174) ?? 35,
                height: try mapping.optional("height")?.number(in: 5...250) ?? 45,
                picture: try mapping.optional("picture")?.words()
            )
        case "list": return .list(try list(value, mapping))
        default: return .text(try statement(value, mapping))
        }
    }

    private func statement(
        _ value: YAMLValue,
        _ mapping: YAMLMapping
    ) throws(CatalogError) -> FormStatement {
        FormStatement(
            try texts.list(value),
            signs: try mapping.optional("signs").map(texts.list) ?? [],
            seal: try mapping.optional("seal")?.words(),
            date: try mapping.optional("date").map { (item) throws(CatalogError) in
                try texts.text(item)
            }
        )
    }

    /// Reads the rows of a field, of which a blank form has some at least.
    func list(
        _ value: YAMLValue,
        _ mapping: YAMLMapping,
        leastRows: Int = 1
    ) throws(CatalogError) -> FormList {
        let rule = try texts.fields.list(value)
        let count = rule?.columns?.count
        let widths = mapping.optional("columns")
        let columns = try widths.map(FormWidths.columns)
        if let widths, let columns, let count, columns.count != count {
            throw widths.error(
                .wrongValue,
                "\(columns.count) widths for the \(count) columns of \"\(try value.text())\": each needs one"
            )
        }
        return FormList(
            field: try value.text(),
            columns: columns ?? Array(repeating: .share(1), count: count ?? 0),
            rows: try mapping.required("rows").integer(in: leastRows...min(60, rule?.limit ?? 60)),
            rowHeight: try mapping.optional("rowHeight")?.number(in: 1...250),
            numbering: try mapping.optional("numbering")?.words()
        )
    }
}

extension FormCellDecoder.Read {
    /// How many columns the cell takes at least.
    var width: Int {
        if case .field(_, hasLabel: true) = cell.content { return 1 + (cell.columns ?? 1) }
        return cell.columns ?? 1
    }

    /// Refuses what is wider than the cell's columns.
    func require(width: Double) throws(CatalogError) {
        switch cell.content {
        case .list(let list): try FormWidths.require(list.columns, fitInto: width, value)
        case .photo(_, let photo, _, _) where photo > width:
            throw value.error(
                .wrongValue,
                "a photo of \(FormWidths.brief(photo)) mm does not fit into \(FormWidths.brief(width)) mm: widen its columns"
            )
        default: break
        }
    }
}
