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

    /// Why something could not be done, as the system or another part of the program says it in English.
    ///
    /// - Parameters:
    ///   - english: The reason; one that goes on after a colon is said part by part.
    ///   - language: The language wanted.
    /// - Returns: The reason in that language; in English what there are no words for.
    public func reason(_ english: String, in language: FindingTexts.Language) -> String {
        guard language == .zh else { return english }
        if let known = chinese[english] { return known }
        let parts = english.split(separator: ": ", omittingEmptySubsequences: false)
        let known = parts.map { part -> String? in
            let (pattern, numbers) = Self.pattern(of: part)
            return chinese[pattern].map { Placeholders.fill($0, with: numbers) }
        }
        guard known.contains(where: { $0 != nil }) else { return english }
        return zip(known, parts).map { $0 ?? String($1) }.joined(separator: "：")
    }

    /// A reason with gaps for its numbers, and the numbers by their gaps.
    private static func pattern(of reason: Substring) -> (String, [String: String]) {
        var pattern = ""
        var numbers: [String: String] = [:]
        var rest = reason
        while let first = rest.first {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            if digits.isEmpty {
                pattern.append(first)
                rest.removeFirst()
            } else {
                pattern += "{\(numbers.count)}"
                numbers["\(numbers.count)"] = String(digits)
                rest.removeFirst(digits.count)
            }
        }
        return (pattern, numbers)
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "faults"])
        try top.requireFormat(1)
        chinese = Dictionary(
            uniqueKeysWithValues: try PhraseBook.pairs(top.required("faults")).map {
                ($0.english, $0.chinese)
            }
        )
    }
}
