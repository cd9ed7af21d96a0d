/// What people read about a reason, in Chinese and English.
public struct ReasonWording: Hashable, Sendable {
    private let titles: [FindingTexts.Language: String]
    private let sentences: [FindingTexts.Language: String]
    private let mendings: [FindingTexts.Language: String]

    /// A few words for it.
    public func title(in language: FindingTexts.Language) -> String { titles[language] ?? "" }

    /// The sentence that the candidate reads.
    ///
    /// - Parameters:
    ///   - language: Its language.
    ///   - material: The title of the material that it is about.
    /// - Returns: The sentence.
    public func sentence(
        in language: FindingTexts.Language,
        material: String = ""
    ) -> String {
        Placeholders.fill(sentences[language] ?? "", with: ["material": material])
    }

    /// What the candidate is to do; nil where nothing can be done.
    ///
    /// - Parameters:
    ///   - language: Its language.
    ///   - material: The title of the material that it is about.
    /// - Returns: The sentence.
    public func mending(
        in language: FindingTexts.Language,
        material: String = ""
    ) -> String? {
        mendings[language].map { Placeholders.fill($0, with: ["material": material]) }
    }

    /// Reads `name`, `zh`, `en` and `mend`.
    init(_ mapping: YAMLMapping) throws(CatalogError) {
        titles = try Self.pair(mapping.required("name"))
        sentences = [
            .zh: try Self.text(mapping.required("zh")), .en: try Self.text(mapping.required("en")),
        ]
        mendings = try mapping.optional("mend").map(Self.pair) ?? [:]
    }

    private static func pair(
        _ value: YAMLValue
    ) throws(CatalogError) -> [FindingTexts.Language: String] {
        let mapping = try YAMLMapping(value, keys: ["zh", "en"])
        return [
            .zh: try text(mapping.required("zh")), .en: try text(mapping.required("en")),
        ]
    }

    private static func text(_ value: YAMLValue) throws(CatalogError) -> String {
        let text = try value.words()
        let gaps = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        guard gaps.allSatisfy({ $0.hasPrefix("material}") }) else {
            throw value.error(.wrongValue, "only the gap {material} is filled")
        }
        return text
    }
}
