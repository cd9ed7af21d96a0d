import Registration
import Review

extension CountRule {
    /// Reads `{ min, max, per, where }` or `{ exactly, per, where }`, or a list of such with `when`, the last without.
    init(yaml value: YAMLValue, vocabulary: [ProfileKey]) throws(CatalogError) {
        guard value.isList else {
            self.init([try Case(yaml: value, vocabulary: vocabulary)])
            return
        }
        let cases = try value.each { (item) throws(CatalogError) in
            try Case(yaml: item, vocabulary: vocabulary)
        }
        guard cases.last?.condition == .always else {
            throw value.error(.missingKey, "the last case must be for all others, without \"when\"")
        }
        self.init(cases)
    }
}

extension CountRule.Case {
    fileprivate init(yaml value: YAMLValue, vocabulary: [ProfileKey]) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: ["when", "min", "max", "exactly", "per", "where"]
        )
        let exact = try mapping.optional("exactly")?.integer(in: 1...1000)
        if exact != nil, let stray = mapping.optional("min") ?? mapping.optional("max") {
            throw stray.error(.unknownKey, "\"exactly\" needs neither min nor max")
        }
        if let exact {
            self.init(minimum: exact, maximum: exact)
        } else {
            self.init(minimum: try mapping.required("min").integer(in: 1...1000))
            maximum = try mapping.optional("max")?.integer(in: minimum...1000)
        }
        if let item = mapping.optional("when") {
            condition = try Condition(yaml: item, vocabulary: vocabulary)
        }
        guard let list = mapping.optional("per") else {
            guard let stray = mapping.optional("where") else { return }
            throw stray.error(.missingKey, "\"where\" needs \"per\"")
        }
        let key = try list.text()
        let found = vocabulary.first { $0.key == key }
        guard let found, case .list(let keys) = found.kind else {
            throw list.error(.wrongValue, "\"per\" needs the key of a list")
        }
        let filter = try mapping.optional("where").map { (item) throws(CatalogError) in
            try Condition(yaml: item, vocabulary: keys)
        }
        multiplier = CountRule.Multiplier(list: key, condition: filter ?? .always)
    }
}
