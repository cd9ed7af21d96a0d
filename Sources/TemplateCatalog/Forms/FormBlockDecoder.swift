import FormLayout

/// Reads the parts of a form's page.
struct FormBlockDecoder {
    let texts: FormTextDecoder
    /// What the page has between its margins, in millimetres.
    let width: Double

    func block(_ value: YAMLValue) throws(CatalogError) -> FormBlock {
        let kinds = ["table", "text", "signs", "space", "stretch"]
        let mapping = try YAMLMapping(value, keys: kinds)
        let entry = try mapping.onlyEntry(of: kinds)
        return switch entry.key {
        case "table": .table(try FormTableDecoder(texts: texts, width: width).table(entry.value))
        case "text": .text(try texts.text(entry.value, indent: 2))
        case "signs": .signs(try texts.list(entry.value))
        case "space": .space(try entry.value.number(in: 1...250))
        default: .stretch(try entry.value.number(in: 1...250))
        }
    }
}
