import FormLayout
import Sealing

extension EntryReader {
    /// The rows of a field: a list of groups, or a text that is a JSON array of objects.
    func rows(_ datum: FormDatum) -> (FormAnswer?, [Mistake]) {
        guard let groups = groups(datum) else { return (nil, [Mistake(.rows)]) }
        var rows: [[String: String]] = []
        var mistakes: [Mistake] = []
        for (index, group) in groups.enumerated() {
            let (row, wrong) = row(group)
            mistakes += wrong.map { $0.inside(".\(index + 1)") }
            if !row.isEmpty { rows.append(row) }
        }
        if let limit = rule.limit, rows.count > limit {
            let values = ["limit": "\(limit)", "count": "\(rows.count)"]
            mistakes.append(Mistake(.rowLimit, .error, values))
        }
        let isWrong = mistakes.contains { $0.severity == .error }
        return (isWrong ? nil : .rows(rows), mistakes)
    }

    private func groups(_ datum: FormDatum) -> [[String: FormDatum]]? {
        switch datum {
        case .group(let group): return [group]
        case .list(let items):
            let groups = items.compactMap { item in
                if case .group(let group) = item { group } else { nil }
            }
            return groups.count == items.count ? groups : nil
        case .text(let text):
            if text.isBlank { return [] }
            guard let value = try? JSONValue(parsing: Array(text.utf8)),
                let parsed = FormDatum(value), parsed.text == nil
            else { return nil }
            return groups(parsed)
        case .rounded: return nil
        }
    }

    private func row(_ group: [String: FormDatum]) -> ([String: String], [Mistake]) {
        let (values, unknown) = named(group)
        let isEmpty = values.values.allSatisfy { $0.text?.isBlank ?? false }
        guard !isEmpty else { return ([:], unknown) }
        var row: [String: String] = [:]
        var mistakes = unknown
        for column in columns {
            let reading = values[column.rule.id].map(column.cell) ?? Reading("")
            if let text = reading.text, !text.isEmpty {
                row[column.rule.id] = text
            } else if column.rule.isRequired, reading.mistakes.isEmpty {
                mistakes.append(Mistake(.required).inside(".\(column.rule.label)"))
            }
            mistakes += reading.mistakes.map { $0.inside(".\(column.rule.label)") }
        }
        return (row, mistakes)
    }

    /// The values of a row by the ids of its columns.
    private func named(_ group: [String: FormDatum]) -> ([String: FormDatum], [Mistake]) {
        let names = FormFieldNames(columns.map(\.rule))
        var values: [String: FormDatum] = [:]
        var mistakes: [Mistake] = []
        for (name, value) in group.sorted(by: { $0.key < $1.key }) {
            switch names.match(name) {
            case .field(let column):
                if values.updateValue(value, forKey: column.id) != nil {
                    mistakes.append(Mistake(.duplicateColumn).inside(".\(column.label)"))
                }
            case .several(let ids):
                let options = ["options": ids.joined(separator: ", ")]
                mistakes.append(Mistake(.ambiguousColumn, .error, options))
            case .none:
                let meant = RecordColumns.meant(name, among: names.names)
                mistakes.append(Mistake(.unknownColumn, .error, meant))
            }
        }
        return (values, mistakes)
    }
}
