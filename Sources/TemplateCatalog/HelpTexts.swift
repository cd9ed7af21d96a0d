/// What the command says of itself in languages other than English, by its English.
///
/// The English stands in the code, where the options are declared; whatever has no translation is told in
/// English.
public struct HelpTexts: Sendable {
    private let texts: [String: String]
    private let values: [String: String]
    private let mistakes: PhraseBook

    /// The English texts that there is Chinese for.
    public var englishTexts: Set<String> { Set(texts.keys) }

    /// The names of values that there is Chinese for.
    public var valueNames: Set<String> { Set(values.keys) }

    /// A text of the help.
    public func text(_ english: String, in language: FindingTexts.Language) -> String {
        language == .zh ? texts[english] ?? english : english
    }

    /// The name of a value, "folder".
    public func value(_ name: String, in language: FindingTexts.Language) -> String {
        language == .zh ? values[name] ?? name : name
    }

    /// What is wrong with a call of the command.
    ///
    /// - Parameters:
    ///   - english: The sentence in English; names of values stand in angle brackets.
    ///   - language: The language wanted.
    /// - Returns: The sentence by the first pattern that it fits; in English where none does.
    public func mistake(_ english: String, in language: FindingTexts.Language) -> String {
        guard language == .zh else { return english }
        return mistakes.chinese(for: english, filling: named) ?? english
    }

    /// Whether some pattern fits a sentence.
    public func knowsMistake(_ english: String) -> Bool {
        mistakes.chinese(for: english) != nil
    }

    /// "--jobs <jobs>" with the value's name in Chinese.
    private func named(_ text: String) -> String {
        var named = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let name = String(rest[rest.index(after: open)..<close])
            named += rest[...open] + (values[name] ?? name) + ">"
            rest = rest[rest.index(after: close)...]
        }
        return named + rest
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "values", "mistakes", "texts"])
        try top.requireFormat(1)
        var values: [String: String] = [:]
        for entry in try YAMLMapping(top.required("values")).entries {
            values[entry.key] = try entry.value.words()
        }
        mistakes = try PhraseBook(top.required("mistakes"))
        texts = Dictionary(
            uniqueKeysWithValues: try PhraseBook.pairs(top.required("texts")).map {
                ($0.english, $0.chinese)
            }
        )
        self.values = values
    }
}
