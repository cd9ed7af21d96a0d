import Yams

/// A mapping in a YAML file, in the order in which it is written.
struct YAMLMapping {
    /// A key with its place, and the value.
    struct Entry {
        let key: String
        let keyPlace: SourcePlace?
        let value: YAMLValue
    }

    let value: YAMLValue
    let entries: [Entry]

    /// Takes a mapping of any keys.
    init(_ value: YAMLValue) throws(CatalogError) {
        guard case .mapping(let mapping) = value.node else {
            throw value.error(.wrongType, "a mapping (key: value) is expected")
        }
        var entries: [Entry] = []
        for (keyNode, node) in mapping {
            let key = YAMLValue(keyNode, file: value.file, log: value.log)
            entries.append(
                Entry(
                    key: try key.text(),
                    keyPlace: key.place,
                    value: YAMLValue(node, file: value.file, log: value.log)
                )
            )
        }
        self.value = value
        self.entries = entries
    }

    /// Takes a mapping of known keys.
    ///
    /// - Parameters:
    ///   - value: The mapping.
    ///   - keys: The keys that may be there.
    ///   - repeatsKeys: Whether an unknown key may be repeated in the error; false for files in
    ///     which it may be somebody's name.
    /// - Throws: `CatalogError` at a key that is not known, with the nearest one that is.
    init(_ value: YAMLValue, keys: [String], repeatsKeys: Bool = true) throws(CatalogError) {
        try self.init(value)
        let known = Set(keys)
        for entry in entries where !known.contains(entry.key) {
            _ = try value.attempt { () throws(CatalogError) in
                throw Self.unknown(entry, among: keys, repeatsKeys: repeatsKeys)
            }
        }
    }

    static func unknown(
        _ entry: Entry,
        among keys: [String],
        repeatsKeys: Bool
    ) -> CatalogError {
        let name: CatalogMessage =
            repeatsKeys ? "unknown key \"\(entry.key)\"" : "unknown key"
        let hint =
            Spelling.hint(for: entry.key, among: keys)
            ?? "; known here: \(keys.joined(separator: ", "))"
        return CatalogError(
            .unknownKey,
            file: entry.value.file,
            place: entry.keyPlace,
            message: name + hint
        )
    }

    /// The value of a key; nil if it is absent or null.
    func optional(_ key: String) -> YAMLValue? {
        entries.first { $0.key == key && !$0.value.isNull }?.value
    }

    /// The value of a key that must be there.
    func required(_ key: String) throws(CatalogError) -> YAMLValue {
        guard let value = optional(key) else {
            throw self.value.error(.missingKey, "the key \"\(key)\" is missing")
        }
        return value
    }

    /// Reads the value of a key that must be there, by itself; nil if it has a noted fault.
    func part<Part>(
        _ key: String,
        _ read: (YAMLValue) throws(CatalogError) -> Part
    ) throws(CatalogError) -> Part? {
        try value.attempt { () throws(CatalogError) in try read(required(key)) }
    }

    /// Reads the value of a key by itself; nil if it is absent or has a noted fault.
    func optionalPart<Part>(
        _ key: String,
        _ read: (YAMLValue) throws(CatalogError) -> Part
    ) throws(CatalogError) -> Part? {
        guard let item = optional(key) else { return nil }
        return try value.attempt { () throws(CatalogError) in try read(item) }
    }
}
