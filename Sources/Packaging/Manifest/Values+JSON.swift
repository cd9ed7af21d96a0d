public import Registration
import Review
public import Sealing

extension Clause {
    /// The clause as the manifest and `--json` write it.
    public var json: JSONValue { ["section": .string(section), "quote": .string(quote)] }
}

extension Finding {
    /// The finding as the manifest and `--json` write it; what is unknown is left out.
    public var json: JSONValue {
        var value: [String: JSONValue] = [
            "code": .string(code.rawValue), "severity": .string(severity.rawValue),
        ]
        value["material"] = material.map(JSONValue.string)
        value["picture"] = picture.map(JSONValue.string)
        value["measured"] = measured.map(JSONValue.string)
        value["limit"] = limit.map(JSONValue.string)
        value["clause"] = clause?.json
        return .object(value)
    }
}

extension Paper {
    var json: JSONValue {
        var value: [String: JSONValue] = ["material": .string(material)]
        value["issued"] = issued.map { .string($0.description) }
        value["expires"] = expires.map { expires in
            switch expires {
            case .on(let day): .string(day.description)
            case .never: "never"
            }
        }
        return .object(value)
    }
}

extension ProfileValue {
    /// The circumstance as the manifest writes it.
    public var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .flag(let flag): .bool(flag)
        case .date(let date): .string(date.description)
        case .list(let items): .array(items.map { .object($0.mapValues(\.json)) })
        case .notApplicable: .null
        }
    }
}

extension FiledPicture {
    /// The picture as the manifest writes it, with the page on which it stands as large as it gets.
    func json(page: Int, dpi: Int?) -> JSONValue {
        let facts = intake.picture.facts
        guard !intake.isWithheld else { return withheldJSON(page: page) }
        var value: [String: JSONValue] = [
            "path": .string("data/\(archivePath)"),
            "source": .string(intake.picture.path),
            "sha256": .string(facts.hash.hex),
            "bytes": .integer(Int64(facts.size.rawValue)),
            "type": .string(facts.format.rawValue),
            "width": .integer(Int64(facts.width)),
            "height": .integer(Int64(facts.height)),
            "page": .integer(Int64(page)),
            "embedded": .bool(intake.isEmbeddable),
        ]
        if intake.isEmbeddable { value["embedding"] = intake.embedding?.json }
        value["orientation"] = facts.orientation.map { .integer(Int64($0)) }
        value["dpi"] = dpi.map { .integer(Int64($0)) }
        value["masked"] = intake.masking?.json
        if let repair = intake.repair, let originalPath {
            var original = repair.original.members
            original["path"] = .string("data/\(originalPath)")
            original["source"] = .string(repair.original.path)
            value["repair"] = [
                "original": .object(original), "steps": .array(repair.steps.map(\.json)),
            ]
        }
        return .object(value)
    }

    /// Of a picture that is withheld there is nothing but its page.
    private func withheldJSON(page: Int) -> JSONValue {
        var value: [String: JSONValue] = [
            "source": .string(intake.picture.path), "page": .integer(Int64(page)),
            "embedded": false,
        ]
        value["masked"] = intake.masking?.json
        return .object(value)
    }
}

extension IntakePicture {
    /// The facts as `--json` writes them.
    public var json: JSONValue {
        let facts = picture.facts
        var value: [String: JSONValue] = [
            "path": .string(picture.path), "sha256": .string(facts.hash.hex),
            "bytes": .integer(Int64(facts.size.rawValue)), "type": .string(facts.format.rawValue),
            "width": .integer(Int64(facts.width)), "height": .integer(Int64(facts.height)),
        ]
        value["orientation"] = facts.orientation.map { .integer(Int64($0)) }
        value["damage"] = facts.damage.map { .string("\($0)") }
        value["repair"] = repair?.json
        return .object(value)
    }
}

extension PackedArchive {
    /// The result as `--json` writes it.
    public var json: JSONValue {
        var value: [String: JSONValue] = [
            "id": .string(printedID), "path": .string(path), "manifest": .string(manifest.hex),
            "pages": .integer(Int64(pages)), "pictures": .integer(Int64(pictures)),
            "pdfBytes": .integer(Int64(pdfSize.rawValue)), "volumes": .integer(Int64(volumes)),
            "sealed": .bool(isSealed),
        ]
        if !masked.isEmpty {
            let counts = masked.map { ($0.rawValue, JSONValue.integer(Int64($1))) }
            value["masked"] = .object(Dictionary(uniqueKeysWithValues: counts))
        }
        return .object(value)
    }
}
