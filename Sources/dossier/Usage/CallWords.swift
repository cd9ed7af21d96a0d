/// The words of a call as they stand, for calls that could not be parsed.
struct CallWords {
    private let words: [String]

    init(_ words: [String]) { self.words = words }

    /// The value of an option, written "--lang zh" or "--lang=zh"; the last one counts.
    func value(of option: String) -> String? {
        var value: String?
        for (index, word) in words.enumerated() {
            if word == "--" { break }
            if word == option, words.indices.contains(index + 1) { value = words[index + 1] }
            if word.hasPrefix(option + "=") { value = String(word.dropFirst(option.count + 1)) }
        }
        return value
    }
}
