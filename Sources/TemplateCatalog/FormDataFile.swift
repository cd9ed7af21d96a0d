public import FormLayout

/// The values for one form as a YAML file gives them: ids or labels of fields, and what goes there.
///
/// What goes wrong is told by line and column. Values and unknown keys are never repeated, because in this
/// file they may be somebody's name or number.
public struct FormDataFile: Hashable, Sendable {
    /// The values by the ids of the fields.
    public let values: [String: FormDatum]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it in an error.
    ///   - template: The form.
    /// - Throws: `CatalogError` with line and column at the first fault: no YAML, a key that no field has,
    ///   a mapping where a text belongs.
    public init(
        bytes: [UInt8],
        file: String,
        template: FormTemplate
    ) throws(CatalogError) {
        let root = try YAMLMapping(YAMLDocument.parse(bytes, file: file))
        values = try Self.values(root, of: template.fields)
    }

    /// Reads the values of one file that lies somewhere.
    ///
    /// - Throws: `CatalogError` also if it cannot be read.
    public init(path: String, template: FormTemplate) throws(CatalogError) {
        // A path may bear somebody's name.
        let name = path.split(separator: "/").last.map(String.init) ?? path
        try self.init(
            bytes: FileBytes.read(path, named: name),
            file: name,
            template: template
        )
    }

    private static func values(
        _ mapping: YAMLMapping,
        of rules: [FormEntryRule]
    ) throws(CatalogError) -> [String: FormDatum] {
        let names = FormFieldNames(rules)
        var values: [String: FormDatum] = [:]
        for entry in mapping.entries {
            let rule = try rule(of: entry, names)
            guard values[rule.id] == nil else {
                throw CatalogError(
                    .duplicateKey,
                    file: entry.value.file,
                    place: entry.keyPlace,
                    message: "this key is there more than once"
                )
            }
            values[rule.id] = try value(entry.value, of: rule)
        }
        return values
    }

    private static func rule(
        of entry: YAMLMapping.Entry,
        _ names: FormFieldNames
    ) throws(CatalogError) -> FormEntryRule {
        guard case .field(let rule) = names.match(entry.key) else {
            throw YAMLMapping.unknown(entry, among: names.names, repeatsKeys: false)
        }
        return rule
    }

    private static func value(
        _ value: YAMLValue,
        of rule: FormEntryRule
    ) throws(CatalogError) -> FormDatum? {
        guard !value.isNull else { return nil }
        switch rule.kind {
        case .rows(let columns) where !value.isScalar:
            return .list(
                try value.oneOrMore().map { (item) throws(CatalogError) in
                    .group(try values(YAMLMapping(item), of: columns))
                }
            )
        case .choices where value.isList:
            return .list(
                try value.list().map { (item) throws(CatalogError) in .text(try item.text()) }
            )
        default:
            return .text(try value.text())
        }
    }
}
