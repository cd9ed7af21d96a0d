public import Registration
import Sealing

extension FormTemplate {
    /// The SHA-256 of the canonical JSON of the form and its answers (RFC 8785), those left blank left out.
    public func hash(of answers: FormAnswers) -> ContentHash {
        let value: JSONValue = [
            "answers": answers.json, "form": .string(id), "version": .integer(Int64(version)),
        ]
        // Nothing of it can be out of JSON's bounds: it is text, three levels deep.
        return ContentHash.of((try? value.canonicalBytes()) ?? [])
    }
}

extension FormAnswers {
    /// The answers as JSON, those left blank left out.
    fileprivate var json: JSONValue {
        .object(filter { !$0.value.isEmpty }.mapValues(\.json))
    }
}

extension FormAnswer {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .texts(let texts): .array(texts.map { .string($0) })
        case .rows(let rows):
            .array(
                rows.map { row in
                    .object(row.filter { !$0.value.isEmpty }.mapValues { .string($0) })
                }
            )
        }
    }
}
