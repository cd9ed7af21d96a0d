import Registration
import Review

extension ProfileKey {
    private enum Purpose: String, CaseIterable {
        case forms
    }

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
            let key = try value.attempt { () throws(CatalogError) in
                try ProfileKey(entry: entry, earlier: keys)
            }
            guard let key else {
                value.log?.unreadableKeys.insert(entry.key)
                continue
            }
            value.log?.places[.question(entry.key)] = entry.keyPlace
            keys.append(key)
        }
        return keys
    }

    private init(entry: YAMLMapping.Entry, earlier: [ProfileKey]) throws(CatalogError) {
        let mapping = try YAMLMapping(
            entry.value,
            keys: ["label", "ask", "en", "kind", "values", "none", "items", "when", "for"]
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
        if let item = mapping.optional("label") { label = try item.words() }
        if let item = mapping.optional("none") {
            guard case .choice(let values) = kind, values.contains(try item.text()) else {
                throw item.error(.wrongValue, "this is none of the values")
            }
            noneValue = try item.text()
        }
        isForForms = try mapping.optional("for")?.word(of: Purpose.self) == .forms
        if let item = mapping.optional("when") {
            condition = try item.marking(.questionCondition(key)) { () throws(CatalogError) in
                try Condition(yaml: item, vocabulary: earlier)
            }
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
            return .choice(try words(mapping.required("values")))
        }
    }

    /// The values of a choice, each once.
    private static func words(_ value: YAMLValue) throws(CatalogError) -> [String] {
        var words: [String] = []
        for item in try value.list() {
            guard !words.contains(try item.words()) else {
                throw item.error(.wrongValue, "this value is there already")
            }
            words.append(try item.words())
        }
        guard !words.isEmpty else { throw value.error(.wrongValue, "a value is missing") }
        return words
    }
}
