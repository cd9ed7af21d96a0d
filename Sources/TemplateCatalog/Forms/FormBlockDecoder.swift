import FormLayout

/// Reads the parts of a form's page.
struct FormBlockDecoder {
    let texts: FormTextDecoder
    /// What the page has between its margins, in millimetres.
    let width: Double

    func block(_ value: YAMLValue) throws(CatalogError) -> FormBlock {
        let kinds = ["table", "list", "text", "signs", "space", "stretch", "rule", "code"]
        let mapping = try YAMLMapping(value, keys: kinds + Self.listKeys)
        let entry = try mapping.onlyEntry(of: kinds, beside: Self.listKeys)
        guard entry.key != "list" else { return .list(try list(value)) }
        _ = try YAMLMapping(value, keys: kinds)
        return switch entry.key {
        case "table": .table(try FormTableDecoder(texts: texts, width: width).table(entry.value))
        case "text": .text(try texts.text(entry.value, indent: 2))
        case "signs": .signs(try texts.list(entry.value))
        case "space": .space(try entry.value.number(in: 1...250))
        case "rule": .rule(try thickness(entry.value))
        case "code": .code(try module(entry.value))
        default: .stretch(try entry.value.number(in: 1...250))
        }
    }

    private static let listKeys = ["columns", "rows", "rowHeight", "numbering", "size"]

    private func list(_ value: YAMLValue) throws(CatalogError) -> FormList {
        let mapping = try YAMLMapping(value, keys: ["list"] + Self.listKeys)
        var list = try FormCellDecoder(texts: texts)
            .list(try mapping.required("list"), mapping, leastRows: 0)
        list.size = try mapping.optional("size")?.number(in: 6...40)
        try FormWidths.require(list.columns, fitInto: width, value)
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
