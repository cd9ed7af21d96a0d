/// Finds fields by what people call them: by id, or by the label as it is printed.
public struct FormFieldNames: Hashable, Sendable {
    /// What a name comes to.
    public enum Match: Hashable, Sendable {
        /// This field.
        case field(FormEntryRule)
        /// Several fields bear this label; their ids.
        case several([String])
        /// None.
        case none
    }

    private let fields: [FormEntryRule]
    private let byID: [String: Int]
    private let byKey: [String: [Int]]

    /// Takes the fields of a form, or the columns of a field with rows.
    public init(_ fields: [FormEntryRule]) {
        self.fields = fields
        byID = Dictionary(
            fields.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var byKey: [String: [Int]] = [:]
        for (index, field) in fields.enumerated() {
            for key in Set([WidthFolding.key(field.label), WidthFolding.key(field.id)]) {
                byKey[key, default: []].append(index)
            }
        }
        self.byKey = byKey
    }

    /// Finds the field of a name; an id is taken before a label.
    public func match(_ name: some StringProtocol) -> Match {
        if let index = byID[String(name)] { return .field(fields[index]) }
        let found = byKey[WidthFolding.key(name)] ?? []
        return switch found.count {
        case 0: .none
        case 1: .field(fields[found[0]])
        default: .several(found.map { fields[$0].id })
        }
    }

    /// The ids and labels, in order, for hints.
    public var names: [String] { fields.flatMap { [$0.id, $0.label] } }
}
