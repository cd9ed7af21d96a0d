import FormLayout
import Packaging
import Sealing
import TemplateCatalog

extension FormTemplate {
    /// The form in a few words, for programs.
    func summary(in language: FindingTexts.Language, year: Int? = nil) -> JSONValue {
        [
            "id": .string(id), "version": .integer(Int64(version)),
            "title": .string(title(in: language, year: year)),
            "areas": .array(areas.map(JSONValue.string)),
        ]
    }

    /// The whole form, for programs.
    func json(in language: FindingTexts.Language) -> JSONValue {
        guard case .object(var value) = summary(in: language) else { return .null }
        value["titles"] = .array(titles.map(\.json))
        value["serves"] = .array(services.map(\.json))
        value["reference"] = .bool(isReference)
        value["copies"] = .integer(Int64(copies))
        value["sheetPer"] = sheetPer.map(JSONValue.string)
        value["fields"] = .array(fields.map(\.json))
        value["blocks"] = .array(blocks.map(\.json))
        value["notes"] = .array(notes.map { .string($0.source) })
        return .object(value)
    }
}

extension FormTemplate.Title {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = ["text": .string(text)]
        value["from"] = from.map { .integer(Int64($0)) }
        value["until"] = until.map { .integer(Int64($0)) }
        return .object(value)
    }
}

extension FormTemplate.Service {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = ["area": .string(area)]
        value["material"] = material.map(JSONValue.string)
        value["clause"] = clause?.json
        return .object(value)
    }
}

extension FormEntryRule {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = [
            "id": .string(id), "label": .string(label), "type": .string(kind.word),
            "required": .bool(isRequired),
        ]
        value["limit"] = limit.map { .integer(Int64($0)) }
        value["pattern"] = pattern.map(JSONValue.string)
        value["hint"] = patternHint.map(JSONValue.string)
        value["from"] = binding.map(JSONValue.string)
        value["options"] = options.map { .array($0.map(JSONValue.string)) }
        value["columns"] = columns.map { .array($0.map(\.json)) }
        return .object(value)
    }
}

extension FormBlock {
    fileprivate var json: JSONValue {
        switch self {
        case .table(let table):
            ["table": .array(table.rows.map { .array($0.cells.map { .string($0.source) }) })]
        case .list(let list): ["list": .string(list.field)]
        case .items(let items): ["items": .string(items.field)]
        case .text(let text): ["text": .string(text.source)]
        case .signs(let signs): ["signs": .array(signs.map { .string($0.source) })]
        case .space(let height): ["space": .integer(Int64(height.rounded()))]
        case .stretch(let height): ["stretch": .integer(Int64(height.rounded()))]
        case .rule: ["rule": .bool(true)]
        case .code: ["code": .bool(true)]
        }
    }
}
