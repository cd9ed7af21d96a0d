/// Chinese for English sentences that another part of the program, or a library, says.
struct PhraseBook: Sendable {
    private let entries: [(pattern: PhrasePattern, chinese: String)]

    /// The Chinese of a sentence by the first pattern that it fits; nil where none does.
    ///
    /// - Parameters:
    ///   - english: The sentence.
    ///   - change: What becomes of that which fills a gap.
    /// - Returns: The sentence in Chinese.
    func chinese(
        for english: String,
        filling change: (String) -> String = { $0 }
    ) -> String? {
        for (pattern, chinese) in entries {
            guard let gaps = pattern.match(english) else { continue }
            return Placeholders.fill(chinese, with: gaps.mapValues(change))
        }
        return nil
    }

    /// Reads a list of pairs, none twice.
    init(_ list: YAMLValue) throws(CatalogError) {
        entries = try Self.pairs(list).map { (PhrasePattern($0.english), $0.chinese) }
    }

    /// The sentences of a list, each in English and in Chinese.
    static func pairs(
        _ list: YAMLValue
    ) throws(CatalogError) -> [(english: String, chinese: String)] {
        var pairs: [(english: String, chinese: String)] = []
        var known: Set<String> = []
        for item in try list.list() {
            let pair = try YAMLMapping(item, keys: ["en", "zh"])
            let english = try pair.required("en").text()
            guard known.insert(english).inserted else {
                throw item.error(.duplicateKey, "this key is there more than once")
            }
            pairs.append((english, try pair.required("zh").words()))
        }
        return pairs
    }
}
