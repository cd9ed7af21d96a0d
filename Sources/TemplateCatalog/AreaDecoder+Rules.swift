import Registration
import Review

extension AreaDecoder {
    /// The parts of an area that lean on its vocabulary, apart from the materials.
    struct Rules {
        var idNumbers: [IDNumberRule]
        var advice: [Advice]
        var profileRules: [ProfileRule]
    }

    func rules(of vocabulary: [ProfileKey]) throws(CatalogError) -> Rules {
        Rules(
            idNumbers: try list("idNumbers") { (item, _) throws(CatalogError) in
                try IDNumberRule(yaml: item, vocabulary: vocabulary)
            },
            advice: try list("advice") { (item, index) throws(CatalogError) in
                try item.marking(.advice(index)) { () throws(CatalogError) in
                    try Advice(yaml: item, vocabulary: vocabulary)
                }
            },
            profileRules: try list("profileRules") { (item, index) throws(CatalogError) in
                try item.marking(.profileRule(index)) { () throws(CatalogError) in
                    try ProfileRule(yaml: item, vocabulary: vocabulary)
                }
            }
        )
    }

    private func list<Part>(
        _ key: String,
        _ read: (YAMLValue, Int) throws(CatalogError) -> Part
    ) throws(CatalogError) -> [Part] {
        try mapping.optionalPart(key) { (list) throws(CatalogError) in
            var parts: [Part] = []
            for item in try list.list() {
                let index = parts.count
                let part = try item.attempt { () throws(CatalogError) in try read(item, index) }
                if let part { parts.append(part) }
            }
            return parts
        } ?? []
    }
}

extension Advice {
    fileprivate init(yaml value: YAMLValue, vocabulary: [ProfileKey]) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["text", "when", "binding", "clause"])
        self.init(
            isBinding: try mapping.optional("binding")?.flag() ?? false,
            condition: try Condition(yaml: mapping.required("when"), vocabulary: vocabulary),
            text: try mapping.required("text").words(),
            clause: try Clause(yaml: mapping.required("clause"))
        )
    }
}

extension ProfileRule {
    fileprivate init(yaml value: YAMLValue, vocabulary: [ProfileKey]) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["when", "demand", "text", "clause"])
        self.init(
            condition: try Condition(yaml: mapping.required("when"), vocabulary: vocabulary),
            demand: try Condition(yaml: mapping.required("demand"), vocabulary: vocabulary),
            text: try mapping.required("text").words(),
            clause: try Clause(yaml: mapping.required("clause"))
        )
    }
}

extension IDNumberRule {
    private enum FormName: String, CaseIterable {
        case citizen
        case lettersAndDigits
    }

    /// Reads `{ kinds, form, min, max }`.
    fileprivate init(yaml value: YAMLValue, vocabulary: [ProfileKey]) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["kinds", "form", "min", "max"])
        var known: [String] = []
        if case .choice(let values)? = vocabulary.first(where: { $0.key == "idKind" })?.kind {
            known = values
        }
        let kinds = try mapping.required("kinds").list().map { (item) throws(CatalogError) in
            guard known.contains(try item.text()) else {
                throw item.error(.wrongValue, "this is no value of idKind")
            }
            return try item.text()
        }
        switch try mapping.required("form").word(of: FormName.self) {
        case .citizen: self.init(kinds: kinds, form: .citizen)
        case .lettersAndDigits:
            let minimum = try mapping.required("min").integer(in: 1...100)
            let maximum = try mapping.required("max").integer(in: minimum...100)
            self.init(kinds: kinds, form: .lettersAndDigits(minimum...maximum))
        }
    }
}
