import Registration
public import Review
public import Sealing
public import TemplateCatalog

extension CandidateChecklist {
    /// The list for programs; questions are in the language given.
    public func json(in language: FindingTexts.Language) -> JSONValue {
        [
            "area": .string(area.id), "complete": .bool(isComplete),
            "materials": .array(items.map(\.json)),
            "questions": .array(questions.map { $0.json(in: language) }),
        ]
    }
}

extension OpenQuestion {
    /// The question in a language; with the number of the entry where it is about one of a list.
    public func text(in language: FindingTexts.Language) -> String {
        let words = language == .zh ? key.question : key.englishQuestion ?? key.question
        return path.entry.map { "\(words) (\($0.number))" } ?? words
    }

    fileprivate func json(in language: FindingTexts.Language) -> JSONValue {
        [
            "key": .string(path.description), "question": .string(text(in: language)),
            "answers": .array(key.possibleAnswers.map(JSONValue.string)),
            "materials": .array(materials.map(JSONValue.string)),
        ]
    }
}

extension ProfileKey {
    /// The answers as candidate.yaml takes them; their form where they cannot be listed.
    fileprivate var possibleAnswers: [String] {
        switch kind {
        case .choice(let values): values
        case .flag: ["true", "false"]
        case .date: ["YYYY-MM-DD", "YYYY-MM", "YYYY"]
        case .text, .list: [answers]
        }
    }
}

extension CandidateChecklist.Item {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = [
            "id": .string(requirement.material.id),
            "title": .string(requirement.material.title),
            "need": .string(requirement.needName), "state": .string(state.rawValue),
            "have": .integer(Int64(have)), "clause": requirement.clause.json,
            "because": .array(requirement.because.map { .string("\($0)") }),
            "notes": .array(requirement.notes.map(JSONValue.string)),
            "reviewer": .array(requirement.material.reviewerNotes.map(JSONValue.string)),
        ]
        value["source"] = requirement.material.source.map(JSONValue.string)
        switch requirement.need {
        case .required(let minimum, let maximum):
            value["minimum"] = .integer(Int64(minimum))
            value["maximum"] = maximum.map { .integer(Int64($0)) }
        case .cannotTell(let missing):
            value["missingKeys"] = .array(missing.map { .string($0.description) })
        case .notRequired: break
        }
        return .object(value)
    }
}
