extension YAMLMapping {
    /// The entry of the one key that is there among several of which exactly one must be.
    ///
    /// - Parameters:
    ///   - keys: The keys of which one says what the mapping is.
    ///   - others: The keys that may stand beside it.
    ///   - absence: What to say if none is there.
    /// - Returns: The entry.
    /// - Throws: `CatalogError` if none or another one is there too.
    func onlyEntry(
        of keys: [String],
        beside others: [String] = [],
        absence: CatalogMessage? = nil
    ) throws(CatalogError) -> Entry {
        let found = entries.filter { keys.contains($0.key) && !$0.value.isNull }
        guard let entry = found.first else {
            let known = Set(keys + others)
            // What was meant is probably there and misspelt.
            if let stray = entries.first(where: { !known.contains($0.key) }) {
                throw Self.unknown(stray, among: keys + others, repeatsKeys: true)
            }
            throw value.error(
                .missingKey,
                absence ?? "one of these keys is expected: \(keys.joined(separator: ", "))"
            )
        }
        if found.count > 1 {
            throw CatalogError(
                .wrongValue,
                file: value.file,
                place: found[1].keyPlace,
                message:
                    "\"\(found[1].key)\" does not go with \"\(entry.key)\": only one of these may be there: \(keys.joined(separator: ", "))"
            )
        }
        return entry
    }
}
