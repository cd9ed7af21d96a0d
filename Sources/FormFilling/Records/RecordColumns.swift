import FormLayout
import TemplateCatalog

/// Where the columns of a table, or the keys of an object, belong in a form.
struct RecordColumns {
    /// A place in a form.
    enum Place: Hashable {
        case field(String)
        /// A cell of a field with rows: 工作.1.科室.
        case cell(field: String, row: Int, column: String)

        /// The place as the form prints it.
        func label(in template: FormTemplate) -> String? {
            switch self {
            case .field(let id): template.field(id)?.label
            case .cell(let field, let row, let column):
                template.field(field).flatMap { rule in
                    let found = rule.columns?.first { $0.id == column }
                    return found.map { "\(rule.label).\(row).\($0.label)" }
                }
            }
        }
    }

    /// What a name comes to.
    enum Found {
        case place(Place)
        case fault(FormDataFault.Code, [String: String])
    }

    /// As many rows as anybody could mean to number by hand.
    private static let rowNumbers = 1...1_000

    let template: FormTemplate
    private let names: FormFieldNames
    private let columns: [String: FormFieldNames]

    init(_ template: FormTemplate) {
        self.template = template
        names = FormFieldNames(template.fields)
        columns = Dictionary(
            template.fields.compactMap { field in
                field.columns.map { (field.id, FormFieldNames($0)) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func find(_ name: String) -> Found {
        switch names.match(name) {
        case .field(let field): return .place(.field(field.id))
        case .several(let ids):
            return .fault(.ambiguousColumn, ["options": ids.joined(separator: ", ")])
        case .none: break
        }
        let parts = WidthFolding.narrow(name).split(separator: ".")
        if parts.count == 3, let row = Int(parts[1]), Self.rowNumbers.contains(row),
            case .field(let field) = names.match(parts[0]),
            case .field(let column)? = columns[field.id]?.match(parts[2])
        {
            return .place(.cell(field: field.id, row: row, column: column.id))
        }
        return .fault(.unknownColumn, Self.meant(name, among: names.names))
    }

    /// The rows of a field: groups whose keys are the ids or labels of its columns.
    func column(_ name: String, of field: String) -> Found {
        guard let names = columns[field] else { return .fault(.unknownColumn, [:]) }
        switch names.match(name) {
        case .field(let column): return .place(.field(column.id))
        case .several(let ids):
            return .fault(.ambiguousColumn, ["options": ids.joined(separator: ", ")])
        case .none: return .fault(.unknownColumn, Self.meant(name, among: names.names))
        }
    }

    /// Puts values in their places.
    static func gather(_ values: [(Place, FormDatum)]) -> [String: FormDatum] {
        var gathered: [String: FormDatum] = [:]
        var rows: [String: [Int: [String: FormDatum]]] = [:]
        for (place, value) in values {
            switch place {
            case .field(let id): gathered[id] = value
            case .cell(let field, let row, let column):
                rows[field, default: [:]][row, default: [:]][column] = value
            }
        }
        for (field, groups) in rows {
            let sorted = groups.sorted { $0.key < $1.key }
            gathered[field] = .list(sorted.map { .group($0.value) })
        }
        return gathered
    }

    /// The known name that was probably meant, if the slip is small beside the word.
    static func meant(_ name: String, among known: [String]) -> [String: String] {
        guard name.count > 2, let near = Spelling.nearest(to: name, among: known) else {
            return [:]
        }
        return ["meant": near]
    }
}
