import FormLayout

/// Reads the parts of a form's page.
struct FormBlockDecoder {
    let texts: FormTextDecoder
    /// What the page has between its margins, in millimetres.
    let width: Double

    func block(_ value: YAMLValue) throws(CatalogError) -> FormBlock {
        let kinds = Self.kinds
        let others = Set(Self.listKeys + Self.itemKeys + Self.codeKeys).sorted()
        let mapping = try YAMLMapping(value, keys: kinds + others)
        let entry = try mapping.onlyEntry(of: kinds, beside: others)
        let keys = Self.keys[entry.key] ?? []
        let own = try YAMLMapping(value, keys: kinds + keys)
        return switch entry.key {
        case "list": .list(try list(own))
        case "items": .items(try items(own))
        case "table": .table(try FormTableDecoder(texts: texts, width: width).table(entry.value))
        case "text": .text(try texts.text(entry.value, indent: 2))
        case "signs": .signs(try texts.list(entry.value))
        case "space": .space(try entry.value.number(in: 1...250))
        case "rule": .rule(try thickness(entry.value))
        case "code":
            .code(
                FormCode(
                    module: try module(entry.value),
                    beside: try own.optional("beside").map(texts.list) ?? []
                )
            )
        default: .stretch(try entry.value.number(in: 1...250))
        }
    }

    private static let kinds = [
        "table", "list", "items", "text", "signs", "space", "stretch", "rule", "code",
    ]
    private static let listKeys = [
        "columns", "rows", "rowHeight", "numbering", "size", "head", "links",
    ]
    private static let itemKeys = ["indent", "size", "colour"]
    private static let codeKeys = ["beside"]
    private static let keys = ["list": listKeys, "items": itemKeys, "code": codeKeys]

    private func items(_ mapping: YAMLMapping) throws(CatalogError) -> FormItems {
        FormItems(
            field: try texts.fields.items(mapping.required("items")),
            indent: try mapping.optional("indent")?.number(in: 5...100) ?? 14,
            size: try mapping.optional("size")?.number(in: 6...40),
            colour: try mapping.optional("colour")?.word(of: FormColour.self)
        )
    }

    private func list(_ mapping: YAMLMapping) throws(CatalogError) -> FormList {
        var list = try FormCellDecoder(texts: texts)
            .list(try mapping.required("list"), mapping, leastRows: 0)
        list.size = try mapping.optional("size")?.number(in: 6...40)
        list.headFill = try mapping.optional("head")?.word(of: FormColour.self)
        list.hasLinks = try mapping.optional("links")?.flag() ?? false
        try FormWidths.require(list.columns, fitInto: width, mapping.value)
        return list
    }

    private func thickness(_ value: YAMLValue) throws(CatalogError) -> Double {
        try within(0.1...5, value)
    }

    private func module(_ value: YAMLValue) throws(CatalogError) -> Double {
        try within(0.3...2, value)
    }

    private func within(
        _ range: ClosedRange<Double>,
        _ value: YAMLValue
    ) throws(CatalogError) -> Double {
        let number = try value.number()
        guard range.contains(number) else {
            throw value.error(
                .wrongValue,
                "a number from \(range.lowerBound) to \(range.upperBound) is expected"
            )
        }
        return number
    }
}
