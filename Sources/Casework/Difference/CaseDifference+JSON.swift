import Registration
public import Sealing
import Verification

extension CaseDifference {
    /// The same as JSON, for other programs.
    public var json: JSONValue {
        [
            "before": before.json, "after": after.json, "lineage": .string(lineage.rawValue),
            "samePerson": .bool(isSamePerson), "unchanged": .integer(Int64(unchanged)),
            "pictures": .array(pictures.map(\.json)), "unmet": .array(unmet.map(\.differenceJSON)),
            "profile": .array(profile.map(\.json)),
            "requirements": .array(requirements.map(\.json)),
        ]
    }
}

extension CaseDifference.Revision {
    fileprivate var json: JSONValue {
        [
            "id": .string(id.description), "revision": .integer(Int64(number)),
            "date": .string(date), "pictures": .integer(Int64(pictures)),
        ]
    }
}

extension CaseDifference.Picture {
    fileprivate var json: JSONValue {
        [
            "change": .string(change.rawValue), "before": before?.json ?? .null,
            "after": after?.json ?? .null, "asked": .array(asked.map(\.differenceJSON)),
        ]
    }
}

extension RevisedPicture {
    fileprivate var json: JSONValue {
        [
            "material": .string(material), "title": .string(title),
            "place": .integer(Int64(place)), "path": .string(path), "sha256": .string(hash.hex),
            "bytes": .integer(Int64(size.rawValue)), "width": .integer(Int64(width)),
            "height": .integer(Int64(height)),
        ]
    }
}

extension ReturnedItem {
    fileprivate var differenceJSON: JSONValue {
        [
            "material": .string(material), "place": place.map { .integer(Int64($0)) } ?? .null,
            "reason": .string(reason), "note": .string(note),
        ]
    }
}

extension DossierComparison.Difference {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "before": before.map { .string($0) } ?? .null,
            "after": after.map { .string($0) } ?? .null,
        ]
    }
}
