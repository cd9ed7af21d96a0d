import Registration
import Review

extension MaterialDecoder {
    /// Reads what ties a material to others, to dates, and to waivers.
    func readLinks(
        of material: inout MaterialRule,
        _ mapping: YAMLMapping
    ) throws(CatalogError) {
        material.replacement = try mapping.optionalPart("replacedBy") {
            (item) throws(CatalogError) in
            try replacement(item, of: material.id)
        }
        material.satisfiedBy = try references("satisfiedBy", in: mapping, of: material.id)
        material.accompanies = try references("accompanies", in: mapping, of: material.id)
        material.validity = try mapping.optionalPart("validity") { (item) throws(CatalogError) in
            try Validity(yaml: item, year: year)
        }
        material.waivable = try mapping.optionalPart("waivable") { (item) throws(CatalogError) in
            try Condition(yaml: item, vocabulary: vocabulary)
        }
    }

    private func replacement(
        _ value: YAMLValue,
        of id: String
    ) throws(CatalogError) -> MaterialRule.Replacement {
        let mapping = try YAMLMapping(value, keys: ["material", "when"])
        return MaterialRule.Replacement(
            material: try reference(mapping.required("material"), of: id),
            condition: try Condition(yaml: mapping.required("when"), vocabulary: vocabulary)
        )
    }

    private func references(
        _ key: String,
        in mapping: YAMLMapping,
        of id: String
    ) throws(CatalogError) -> [String] {
        try mapping.optionalPart(key) { (list) throws(CatalogError) in
            try list.each { (item) throws(CatalogError) in try reference(item, of: id) }
        } ?? []
    }

    private func reference(_ value: YAMLValue, of own: String) throws(CatalogError) -> String {
        let id = try value.text()
        guard ids.contains(id) else {
            throw value.error(
                .wrongValue,
                "no material has the id \"\(id)\"" + Spelling.hint(for: id, among: ids)
            )
        }
        guard id != own else {
            throw value.error(.wrongValue, "a material cannot be tied to itself")
        }
        return id
    }
}

extension Validity {
    /// Reads `{ year: exam }`, `{ months: 6 }` or `{ unexpired: true }`, with `clause` and `unknown`.
    fileprivate init(yaml value: YAMLValue, year: Int) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: ["year", "months", "unexpired", "unknown", "clause"]
        )
        let rules = ["year", "months", "unexpired"].compactMap(mapping.optional)
        guard rules.count == 1 else {
            throw value.error(.wrongValue, "one of year, months and unexpired is expected")
        }
        self.init(
            try Self.rule(mapping, year: year),
            unknownSeverity: try mapping.optional("unknown")?.word(of: Finding.Severity.self)
                ?? .warning,
            clause: try Clause(yaml: mapping.required("clause"))
        )
    }

    private static func rule(_ mapping: YAMLMapping, year: Int) throws(CatalogError) -> Rule {
        if let item = mapping.optional("months") {
            return .withinMonths(try item.integer(in: 1...1200))
        }
        if let item = mapping.optional("unexpired") {
            guard try item.flag() else { throw item.error(.wrongValue, "true is expected") }
            return .unexpired
        }
        let item = try mapping.required("year")
        guard try item.text() == "exam" else {
            return .issuedInYear(try item.integer(in: 1999...2999))
        }
        return .issuedInYear(year)
    }
}
