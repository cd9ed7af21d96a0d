public import Registration
public import Review

/// The sentences of findings, in Chinese and English, as their file states them.
public struct FindingTexts: Sendable {
    /// A language that the sentences are written in.
    public enum Language: String, Hashable, Sendable, CaseIterable {
        case zh
        case en
    }

    private struct Entry: Hashable {
        var sentence: [Language: String]
        var mending: [Language: String]
        var isRepairable: Bool
    }

    private let entries: [Finding.Code: Entry]
    private let words: [String: [Language: String]]
    private let damages: DamageTexts.Lazy

    /// Reads the sentences.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it in an error.
    ///   - damages: What is wrong with the bytes of a picture, in other languages.
    /// - Throws: `CatalogError` with line and column at the first fault.
    init(
        bytes: [UInt8],
        file: String,
        damages: DamageTexts.Lazy = DamageTexts.Lazy { nil }
    ) throws(CatalogError) {
        let mapping = try YAMLMapping(
            YAMLDocument.parse(bytes, file: file),
            keys: ["format", "words", "findings"]
        )
        try mapping.requireFormat(1)
        var words: [String: [Language: String]] = [:]
        if let item = mapping.optional("words") {
            for entry in try YAMLMapping(item).entries {
                words[entry.key] = try Self.pair(YAMLMapping(entry.value, keys: ["zh", "en"]))
            }
        }
        var entries: [Finding.Code: Entry] = [:]
        for entry in try YAMLMapping(mapping.required("findings")).entries {
            entries[Finding.Code(entry.key)] = try Self.entry(entry.value)
        }
        self.words = words
        self.entries = entries
        self.damages = damages
    }

    /// The codes that have a sentence.
    public var codes: Set<Finding.Code> { Set(entries.keys) }

    /// The sentence and the mending of a code with their placeholders, for lists of all codes.
    public func pattern(
        of code: Finding.Code,
        in language: Language
    ) -> (sentence: String, mending: String)? {
        guard let entry = entries[code], let sentence = entry.sentence[language],
            let mending = entry.mending[language]
        else { return nil }
        return (sentence, mending)
    }

    /// Says a finding in one sentence; a code without a text is named as it is.
    public func sentence(for finding: Finding, in language: Language, area: Area) -> String {
        sentence(for: finding, in: language, names: FindingNames(area))
    }

    /// The same where the area's rules may not be at hand.
    public func sentence(
        for finding: Finding,
        in language: Language,
        names: FindingNames
    ) -> String {
        guard let text = entries[finding.code]?.sentence[language] else {
            return [finding.code.rawValue, finding.measured, finding.limit].compactMap(\.self)
                .joined(separator: " ")
        }
        return fill(text, with: finding, in: language, names)
    }

    /// Says how to mend a finding; nil for a code without a text.
    public func mending(of finding: Finding, in language: Language, area: Area) -> String? {
        entries[finding.code]?.mending[language].map {
            fill($0, with: finding, in: language, FindingNames(area))
        }
    }

    /// Whether `dossier repair` can mend findings of a code.
    public func isRepairable(_ code: Finding.Code) -> Bool { entries[code]?.isRepairable ?? false }

    /// Fills in one pass, so that a file named "{limit}.jpg" stays what it is.
    private func fill(
        _ text: String,
        with finding: Finding,
        in language: Language,
        _ names: FindingNames
    ) -> String {
        var filled = ""
        for piece in Placeholder.pieces(of: text) {
            switch piece {
            case .text(let text): filled += text
            case .placeholder(let placeholder):
                filled += value(of: placeholder, in: finding, language, names) ?? "—"
            }
        }
        return filled
    }

    private func value(
        of placeholder: Placeholder,
        in finding: Finding,
        _ language: Language,
        _ names: FindingNames
    ) -> String? {
        switch placeholder {
        case .picture: finding.picture
        case .limit: finding.limit
        case .measured:
            finding.measured.map {
                inWords($0, language) ?? damage($0, finding, language)
                    ?? labelled($0, finding, names)
            }
        case .material:
            finding.material.map { id in
                guard let (title, english) = names.material(id) else { return id }
                guard language == .en, let english else { return title }
                return "\(title) (\(english))"
            }
        }
    }

    /// Words that stand for numbers, alone or in a row; nil where they are something else.
    private func inWords(_ measured: String, _ language: Language) -> String? {
        let names = measured.split(separator: ", ").map { words[String($0)]?[language] }
        let known = names.compactMap(\.self)
        guard !known.isEmpty, known.count == names.count else { return nil }
        return known.joined(separator: language == .zh ? "、" : ", ")
    }

    /// What is wrong with a picture's bytes; nil where a finding is about something else.
    private func damage(
        _ measured: String,
        _ finding: Finding,
        _ language: Language
    ) -> String? {
        switch finding.code {
        case .pictureCorrupt, .pictureUnsupported, .pictureOverLimit:
            damages.texts?.text(measured, in: language)
        default: nil
        }
    }

    /// Keys of the profile with their labels, for people who have never seen the keys.
    private func labelled(_ measured: String, _ finding: Finding, _ names: FindingNames) -> String {
        guard finding.code == .materialCannotTell || finding.code == .materialCountUnclear else {
            return measured
        }
        return measured.split(separator: ", ").map { name in
            names.label(ofKey: String(name)).map { "\($0) (\(name))" } ?? String(name)
        }.joined(separator: ", ")
    }

    private static func entry(_ value: YAMLValue) throws(CatalogError) -> Entry {
        let mapping = try YAMLMapping(value, keys: ["zh", "en", "mend", "repairable"])
        let mend = try YAMLMapping(mapping.required("mend"), keys: ["zh", "en"])
        return Entry(
            sentence: try pair(mapping),
            mending: try pair(mend),
            isRepairable: try mapping.required("repairable").flag()
        )
    }

    private static func pair(_ mapping: YAMLMapping) throws(CatalogError) -> [Language: String] {
        var texts: [Language: String] = [:]
        for language in Language.allCases {
            let value = try mapping.required(language.rawValue)
            let text = try value.words()
            if let stray = Placeholder.firstUnknown(in: text) {
                throw value.error(.wrongValue, "unknown placeholder {\(stray)}")
            }
            texts[language] = text
        }
        return texts
    }
}
