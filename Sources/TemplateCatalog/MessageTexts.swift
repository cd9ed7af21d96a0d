import Synchronization

/// The words that the command prints, in Chinese and English, by key.
public struct MessageTexts: Sendable {
    private typealias Words = [FindingTexts.Language: String]

    private let source: Source

    private enum Source: Sendable {
        case parsed([String: Words])
        case lines(Lines)
    }

    /// Entries that are parsed when they are asked for, once.
    private final class Lines: Sendable {
        let lines: MessageLines
        let file: String
        private let known = Mutex<[String: Words?]>([:])

        init(_ lines: MessageLines, file: String) {
            self.lines = lines
            self.file = file
        }

        /// The words; nil as well where the entry says nothing that could be understood.
        subscript(key: String) -> Words? {
            if let words = known.withLock({ $0[key] }) { return words }
            let words = lines[key].flatMap { entry in
                try? MessageTexts.words(YAMLDocument.parse(Array(entry), file: file))
            }
            known.withLock { $0[key] = .some(words) }
            return words
        }
    }

    /// The keys that have words.
    public var keys: Set<String> {
        switch source {
        case .parsed(let texts): Set(texts.keys)
        case .lines(let texts): Set(texts.lines.keys)
        }
    }

    /// The words of a key with their placeholders filled; nil where there are none.
    public func text(
        _ key: String,
        in language: FindingTexts.Language,
        _ values: [String: String] = [:]
    ) -> String? {
        let words =
            switch source {
            case .parsed(let texts): texts[key]
            case .lines(let texts): texts[key]
            }
        return words?[language].map { Placeholders.fill($0, with: values) }
    }

    /// Takes a file; if each message has a line, none is parsed before it is asked for.
    init(_ bytes: [UInt8], file: String) throws(CatalogError) {
        if let lines = MessageLines(bytes) {
            source = .lines(Lines(lines, file: file))
        } else {
            source = .parsed(try Self.texts(YAMLDocument.parse(bytes, file: file)))
        }
    }

    /// Takes a file that was parsed.
    init(_ root: YAMLValue) throws(CatalogError) { source = .parsed(try Self.texts(root)) }

    private static func texts(_ root: YAMLValue) throws(CatalogError) -> [String: Words] {
        let top = try YAMLMapping(root, keys: ["format", "messages"])
        _ = try top.required("format").integer(in: 1...1)
        var texts: [String: Words] = [:]
        for entry in try YAMLMapping(top.required("messages")).entries {
            texts[entry.key] = try Self.words(entry.value)
        }
        return texts
    }

    private static func words(_ value: YAMLValue) throws(CatalogError) -> Words {
        let pair = try YAMLMapping(value, keys: ["zh", "en"])
        return [.zh: try pair.required("zh").words(), .en: try pair.required("en").words()]
    }
}
