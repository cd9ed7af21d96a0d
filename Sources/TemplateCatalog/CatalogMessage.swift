/// A sentence about a fault, written in English where it arises and put into other languages by its
/// pattern, as gettext does.
///
/// The pattern is the sentence with `{0}`, `{1}` ... in the places of its values; the patterns' Chinese
/// stands in Templates/Texts/faults.yaml.
public struct CatalogMessage: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// A sentence or a part of one.
    struct Part: Hashable, Sendable {
        var pattern: String
        var values: [String]
    }

    /// Gathers a pattern and its values.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var part = Part(pattern: "", values: [])

        /// Begins a pattern.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Takes the words between two values.
        public mutating func appendLiteral(_ literal: String) { part.pattern += literal }

        /// Takes a value.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            part.pattern += "{\(part.values.count)}"
            part.values.append(value.description)
        }
    }

    private(set) var parts: [Part]

    /// The English patterns that it is made of.
    public var patterns: [String] { parts.map(\.pattern) }

    /// Takes a sentence without values.
    public init(stringLiteral value: String) { parts = [Part(pattern: value, values: [])] }

    /// Takes a sentence with values.
    public init(stringInterpolation: StringInterpolation) { parts = [stringInterpolation.part] }

    /// Joins two parts; an absent one adds nothing.
    static func + (left: Self, right: Self?) -> Self {
        var joined = left
        joined.parts += right?.parts ?? []
        return joined
    }

    /// The sentence in words, each pattern put into another language if there is one for it.
    func text(translating translation: (String) -> String? = { _ in nil }) -> String {
        parts.map { part in
            Self.fill(translation(part.pattern) ?? part.pattern, part.values)
        }.joined()
    }

    /// Fills in one pass, so that a value that looks like a gap stays what it is.
    private static func fill(_ pattern: String, _ values: [String]) -> String {
        var text = ""
        var rest = Substring(pattern)
        while let brace = rest.firstIndex(of: "{") {
            text += rest[..<brace]
            rest = rest[rest.index(after: brace)...]
            let digits = rest.prefix { $0.isNumber }
            let end = digits.endIndex
            if let number = Int(digits), values.indices.contains(number), end < rest.endIndex,
                rest[end] == "}"
            {
                text += values[number]
                rest = rest[rest.index(after: end)...]
            } else {
                text += "{"
            }
        }
        return text + rest
    }
}

extension CatalogMessage: CustomStringConvertible {
    /// The sentence in English.
    public var description: String { text() }
}
