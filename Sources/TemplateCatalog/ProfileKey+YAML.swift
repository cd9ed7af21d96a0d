import Registration
import Review

extension ProfileKey {
    private enum KindName: String, CaseIterable {
        case choice
        case flag
        case date
        case text
        case list
    }

    /// Reads the circumstances of an area; a question may depend on earlier ones only.
    static func vocabulary(yaml value: YAMLValue) throws(CatalogError) -> [ProfileKey] {
        var keys: [ProfileKey] = []
        for entry in try YAMLMapping(value).entries {
            keys.append(try ProfileKey(entry: entry, earlier: keys))
        }
        return keys
    }

    private init(entry: YAMLMapping.Entry, earlier: [ProfileKey]) throws(CatalogError) {
        let mapping = try YAMLMapping(
            entry.value,
            keys: ["ask", "en", "kind", "values", "items", "when"]
        )
        self.init(
            key: entry.key,
            question: try mapping.required("ask").words(),
            englishQuestion: try mapping.optional("en")?.words(),
            kind: try Self.kind(mapping)
        )
        guard !["all", "any", "not"].contains(key) else {
            throw CatalogError(
                .wrongValue,
                file: entry.value.file,
                place: entry.keyPlace,
                message: "\"\(key)\" belongs to the language of conditions"
            )
        }
        if let item = mapping.optional("when") {
            condition = try Condition(yaml: item, vocabulary: earlier)
        }
    }

    private static func kind(_ mapping: YAMLMapping) throws(CatalogError) -> Kind {
        let name = try mapping.optional("kind")?.word(of: KindName.self) ?? .choice
        for (key, owner) in [("values", KindName.choice), ("items", .list)] where name != owner {
            guard let stray = mapping.optional(key) else { continue }
            throw stray.error(.unknownKey, "\"\(key)\" needs the kind \(owner.rawValue)")
        }
        switch name {
        case .flag: return .flag
        case .date: return .date
        case .text: return .text
        case .list: return .list(try vocabulary(yaml: mapping.required("items")))
        case .choice:
            let values = try mapping.required("values").list().map { (item) throws(CatalogError) in
                try item.words()
            }
            return .choice(values)
        }
    }
}
