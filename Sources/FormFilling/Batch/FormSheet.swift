public import FormLayout
public import Registration
import Sealing

/// One form that is to be drawn.
public struct FormSheet: Hashable, Sendable {
    /// The number of the record, counted from one.
    public var row: Int
    /// The name of the file.
    public var file: String
    /// The answers.
    public var answers: FormAnswers
    /// Stands for the answers and all else that the drawing depends on.
    public var hash: ContentHash

    /// The hash of answers, and of what else a drawing depends on.
    static func hash(of answers: FormAnswers, with others: ContentHash) -> ContentHash? {
        let value: JSONValue = [
            "answers": .object(answers.mapValues(\.json)), "format": 1,
            "template": .string(others.hex),
        ]
        return (try? value.canonicalBytes()).map { ContentHash.of($0) }
    }
}

extension FormAnswer {
    /// The answer as JSON: a text, a list of texts, or a list of objects.
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .texts(let texts): .array(texts.map(JSONValue.string))
        case .rows(let rows): .array(rows.map { .object($0.mapValues(JSONValue.string)) })
        }
    }
}
