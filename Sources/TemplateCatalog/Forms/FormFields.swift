import FormLayout

/// The fields of a form, and which of them have a cell already.
///
/// What names a field that could not be read is no further fault.
final class FormFields {
    private let rules: [FormEntryRule]
    private let log: FaultLog?
    private var cells: [String: SourcePlace] = [:]

    init(_ rules: [FormEntryRule], log: FaultLog?) {
        self.rules = rules
        self.log = log
    }

    /// Asks for a field that stands in running text.
    func requireGap(_ id: String, in value: YAMLValue) throws(CatalogError) {
        try requirePlain(id, in: value)
    }

    /// Asks for a field of any kind.
    func require(_ value: YAMLValue) throws(CatalogError) {
        _ = try rule(value.words(), in: value)
    }

    /// The field whose answers are items of a list, which no other part shows.
    func items(_ value: YAMLValue) throws(CatalogError) -> String { try cell(value) }

    /// The field of a cell, which no other cell may have.
    func cell(_ value: YAMLValue) throws(CatalogError) -> String {
        let id = try value.words()
        try requirePlain(id, in: value)
        try claim(id, for: value)
        return id
    }

    /// The field of rows that a list shows; nil if it could not be read.
    func list(_ value: YAMLValue) throws(CatalogError) -> FormEntryRule? {
        let id = try value.words()
        guard let rule = try rule(id, in: value) else { return nil }
        guard rule.columns != nil else {
            throw value.error(
                .wrongValue,
                "\"\(id)\" has no rows: write it as a field, or give it the type rows"
            )
        }
        try claim(id, for: value)
        return rule
    }

    private func requirePlain(_ id: String, in value: YAMLValue) throws(CatalogError) {
        guard let rule = try rule(id, in: value), rule.columns != nil else { return }
        throw value.error(
            .wrongValue,
            "\"\(id)\" has rows: show them by a cell with \"list\""
        )
    }

    private func rule(_ id: String, in value: YAMLValue) throws(CatalogError) -> FormEntryRule? {
        if log?.unreadableKeys.contains(id) == true { return nil }
        if let rule = rules.first(where: { $0.id == id }) { return rule }
        let known = rules.map(\.id)
        let hint =
            Spelling.hint(for: id, among: known) ?? "; known: \(known.joined(separator: ", "))"
        throw value.error(.wrongValue, "no field has the id \"\(id)\"" + hint)
    }

    private func claim(_ id: String, for value: YAMLValue) throws(CatalogError) {
        if let first = cells[id] {
            throw value.error(
                .wrongValue,
                "\"\(id)\" has a cell already, in line \(first.line): what is filled in twice may differ"
            )
        }
        cells[id] = value.place
    }
}
