import CaseLog
import Packaging
import Registration
import Sealing

extension SlipContent {
    /// The members of a slip without its seal.
    var members: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "format": .string(ReturnSlip.format), "case": .string(caseID.description),
            "dossier": .string(dossierID.description), "manifest": .string(manifest.hex),
            "revision": .integer(Int64(revision)),
            "area": ["id": .string(area.id), "name": .string(area.name)], "exam": exam.json,
            "office": ["name": .string(office.name), "stage": .string(office.stage.rawValue)],
            "decision": .string(outcome.decision.rawValue), "candidate": person.json,
            "previous": .string(previous.hex), "lines": .array(lines.map(JSONValue.string)),
        ]
        // Out of range it is left out here, and refused by the check.
        members["time"] = LogTime.text(of: time).map(JSONValue.string)
        switch outcome {
        case .returned(let items, let day):
            members["items"] = .array(items.map(\.json))
            members["answerBy"] = day.flatMap { IssueDate(daysSince1970: $0) }
                .map { .string($0.description) }
        case .accepted: break
        case .rejected(let reason, let note):
            members["reason"] = reason.json
            members["note"] = .string(note)
        }
        return members
    }
}

extension SealPayload.Exam {
    fileprivate var json: JSONValue {
        [
            "region": .integer(Int64(area)), "year": .integer(Int64(year)),
            "category": .integer(Int64(category)),
        ]
    }
}

extension SlipContent.Person {
    fileprivate var json: JSONValue {
        [
            "maskedName": .string(maskedName), "maskedIdNumber": .string(maskedIDNumber),
            "commitment": .string(ContentHash.hexText(commitment.bytes)),
        ]
    }
}

extension SlipItem {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "material": .string(material), "title": .string(title), "reason": reason.json,
            "note": .string(note),
        ]
        members["place"] = picture.map { .integer(Int64($0.place)) }
        members["sha256"] = picture.map { .string($0.hash.hex) }
        return .object(members)
    }
}

extension SlipReason {
    fileprivate var json: JSONValue {
        [
            "code": .string(code), "title": .string(title), "sentence": .string(sentence),
            "mend": .string(mend),
        ]
    }
}
