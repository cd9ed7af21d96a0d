/// The sentences about faults in languages other than English, by their English patterns.
public struct FaultTexts: Sendable {
    private let chinese: [String: String]

    /// The English patterns that there is Chinese for.
    public var patterns: Set<String> { Set(chinese.keys) }

    /// An error in a language: "file:line:column: sentence".
    public func text(of error: CatalogError, in language: FindingTexts.Language) -> String {
        let place = error.place.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(error.file)\(place): \(sentence(error.message, in: language))"
    }

    /// A sentence in a language; English where there are no words for it.
    public func sentence(_ message: CatalogMessage, in language: FindingTexts.Language) -> String {
        message.text { language == .zh ? chinese[$0] : nil }
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "faults"])
        try top.requireFormat(1)
        var chinese: [String: String] = [:]
        for item in try top.required("faults").list() {
            let pair = try YAMLMapping(item, keys: ["en", "zh"])
            let pattern = try pair.required("en").text()
            guard chinese.updateValue(try pair.required("zh").words(), forKey: pattern) == nil
            else { throw item.error(.duplicateKey, "this key is there more than once") }
        }
        self.chinese = chinese
    }
}
