import FormLayout

/// Finds the options that somebody chose by their words.
struct ChosenOptions {
    /// So many options can be told in a sentence.
    private static let told = 12

    private let options: [String]

    init(_ options: [String]) { self.options = options }

    /// The option of these words.
    func one(_ text: String) -> Reading {
        let words = text.trimmed
        if let option = options.first(where: { $0 == words }) ?? only(WidthFolding.key(words)) {
            return Reading(option)
        }
        var values = RecordColumns.meant(words, among: options)
        let shown = options.prefix(Self.told).joined(separator: "、")
        values["options"] = options.count > Self.told ? shown + "……" : shown
        return Reading(Mistake(.option, .error, values))
    }

    /// The words of a list; an option that has such signs in itself stays whole.
    func split(_ text: String) -> [String] {
        var words = [text]
        // The mark between Chinese words is the one that options have in themselves.
        for marks in ["；;|｜\n\r\r\n", "、"] {
            words = words.flatMap { word in
                guard only(WidthFolding.key(word)) == nil else { return [word] }
                return word.split(whereSeparator: marks.contains).map(String.init)
            }
        }
        return words
    }

    private func only(_ key: String) -> String? {
        let found = options.filter { WidthFolding.key($0) == key }
        return found.count == 1 ? found[0] : nil
    }
}
