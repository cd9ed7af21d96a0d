import Registration
import Review

extension Condition {
    /// Reads `always`, or a mapping of which every entry must hold.
    ///
    /// An entry is `all:` or `any:` with a list, `not:` with a condition, or a key of the
    /// vocabulary with what is asked of it: a value, a list of values, `since:` and `before:` for
    /// dates, `some:` and `every:` for lists.
    ///
    /// - Parameters:
    ///   - value: The condition as written.
    ///   - vocabulary: The keys that it may ask about.
    /// - Throws: `CatalogError` where it asks about an unknown key or for an impossible value.
    init(yaml value: YAMLValue, vocabulary: [ProfileKey]) throws(CatalogError) {
        if value.isScalar {
            guard try value.text() == "always" else {
                throw value.error(.wrongValue, "a condition is expected: always, or key: value")
            }
            self = .always
            return
        }
        let mapping = try YAMLMapping(value)
        guard !mapping.entries.isEmpty else {
            throw value.error(.wrongValue, "a condition must not be empty; write always")
        }
        var parts: [Self] = []
        for entry in mapping.entries {
            let part = try value.attempt { () throws(CatalogError) in
                try Self(entry: entry, vocabulary: vocabulary)
            }
            if let part { parts.append(part) }
        }
        self = parts.count == 1 ? parts[0] : .all(parts)
    }

    private init(entry: YAMLMapping.Entry, vocabulary: [ProfileKey]) throws(CatalogError) {
        switch entry.key {
        case "all": self = .all(try Self.parts(entry.value, vocabulary))
        case "any": self = .any(try Self.parts(entry.value, vocabulary))
        case "not": self = .not(try Self(yaml: entry.value, vocabulary: vocabulary))
        default:
            guard let key = vocabulary.first(where: { $0.key == entry.key }) else {
                // The key itself has a fault already.
                if let log = entry.value.log, log.unreadableKeys.contains(entry.key) {
                    log.lostParts += 1
                    self = .always
                    return
                }
                throw YAMLMapping.unknown(
                    entry,
                    among: ["all", "any", "not"] + vocabulary.map(\.key),
                    repeatsKeys: true
                )
            }
            self = try Self(asking: key, entry.value)
        }
    }

    private static func parts(
        _ value: YAMLValue,
        _ vocabulary: [ProfileKey]
    ) throws(CatalogError) -> [Self] {
        let parts = try value.each { (part) throws(CatalogError) in
            try Self(yaml: part, vocabulary: vocabulary)
        }
        guard !parts.isEmpty else {
            throw value.error(.wrongValue, "a list of conditions must not be empty")
        }
        return parts
    }

    private init(asking key: ProfileKey, _ value: YAMLValue) throws(CatalogError) {
        switch key.kind {
        case .choice(let words):
            let values = try value.oneOrMore().map { (item) throws(CatalogError) in
                let word = try item.text()
                guard words.contains(word) else {
                    throw item.error(
                        .wrongValue,
                        "\(key.key) is never \"\(word)\"; it is one of \(key.answers)"
                    )
                }
                return ProfileValue.text(word)
            }
            guard !values.isEmpty else { throw value.error(.wrongValue, "a value is missing") }
            self = .isOneOf(key: key.key, values: values)
        case .flag: self = .equals(key.key, .flag(try value.flag()))
        case .date: self = try Self(askingDate: key.key, value)
        case .list(let keys): self = try Self(askingList: key.key, of: keys, value)
        case .text: throw value.error(.wrongType, "\(key.key) is free text: nothing depends on it")
        }
    }

    private init(askingDate key: String, _ value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["since", "before"])
        var parts: [Self] = []
        for entry in mapping.entries {
            let day = try entry.value.date()
            guard day.day != nil else {
                throw entry.value.error(.wrongValue, "a border needs a day: YYYY-MM-DD")
            }
            parts.append(
                entry.key == "since" ? .since(key: key, day: day) : .before(key: key, day: day)
            )
        }
        guard !parts.isEmpty else { throw value.error(.missingKey, "since or before is missing") }
        self = parts.count == 1 ? parts[0] : .all(parts)
    }

    private init(
        askingList key: String,
        of keys: [ProfileKey],
        _ value: YAMLValue
    ) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["some", "every"])
        var parts: [Self] = []
        for entry in mapping.entries {
            let part = try Self(yaml: entry.value, vocabulary: keys)
            parts.append(
                entry.key == "some" ? .someEntry(of: key, part) : .everyEntry(of: key, part)
            )
        }
        guard !parts.isEmpty else { throw value.error(.missingKey, "some or every is missing") }
        self = parts.count == 1 ? parts[0] : .all(parts)
    }
}
