/// A sentence with gaps in braces, "Missing value for '{option}'", which others are held against.
struct PhrasePattern: Sendable {
    /// What stands before, between and after the gaps; one more than there are gaps.
    private var literals: [Substring] = []
    private var gaps: [String] = []

    init(_ text: String) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            literals.append(rest[..<open])
            gaps.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        literals.append(rest)
    }

    /// What fills the gaps of a sentence, each as little as can be; nil if it is another one.
    func match(_ sentence: String) -> [String: String]? {
        guard sentence.hasPrefix(literals[0]) else { return nil }
        var rest = sentence.dropFirst(literals[0].count)
        guard let last = gaps.indices.last else { return rest.isEmpty ? [:] : nil }
        var values: [String: String] = [:]
        for (index, gap) in gaps.enumerated() {
            let literal = literals[index + 1]
            let end: Substring.Index
            if index == last {
                guard rest.hasSuffix(literal) else { return nil }
                end = rest.index(rest.endIndex, offsetBy: -literal.count)
            } else {
                guard let range = rest.firstRange(of: literal) else { return nil }
                end = range.lowerBound
            }
            values[gap] = String(rest[..<end])
            rest = rest[end...].dropFirst(literal.count)
        }
        return values
    }
}
