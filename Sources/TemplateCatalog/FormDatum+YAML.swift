import FormLayout

extension FormDatum {
    /// Takes a value as it is written; nil for null.
    ///
    /// - Throws: `CatalogError` where a key is empty or there twice.
    init?(_ value: YAMLValue) throws(CatalogError) {
        guard !value.isNull else { return nil }
        if value.isScalar {
            self = .text(try value.text())
        } else if value.isList {
            var items: [FormDatum] = []
            for item in try value.list() {
                if let datum = try FormDatum(item) { items.append(datum) }
            }
            self = .list(items)
        } else {
            var group: [String: FormDatum] = [:]
            for entry in try YAMLMapping(value).entries {
                group[entry.key] = try FormDatum(entry.value)
            }
            self = .group(group)
        }
    }
}
