/// The words that the command prints, in Chinese and English, by key.
public struct MessageTexts: Sendable {
    private let texts: [String: [FindingTexts.Language: String]]

    /// The keys that have words.
    public var keys: Set<String> { Set(texts.keys) }

    /// The words of a key with their placeholders filled; nil where there are none.
    public func text(
        _ key: String,
        in language: FindingTexts.Language,
        _ values: [String: String] = [:]
    ) -> String? {
        texts[key]?[language].map { Placeholders.fill($0, with: values) }
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "messages"])
        _ = try top.required("format").integer(in: 1...1)
        var texts: [String: [FindingTexts.Language: String]] = [:]
        for entry in try YAMLMapping(top.required("messages")).entries {
            let pair = try YAMLMapping(entry.value, keys: ["zh", "en"])
            texts[entry.key] = [
                .zh: try pair.required("zh").words(), .en: try pair.required("en").words(),
            ]
        }
        self.texts = texts
    }
}
