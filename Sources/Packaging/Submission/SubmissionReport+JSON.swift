import Registration
public import Sealing

extension SubmissionReport {
    /// The report as `--json` prints it.
    public var json: JSONValue {
        var value: [String: JSONValue] = [
            "path": .string(path), "bytes": .integer(Int64(size.rawValue)),
            "pages": .integer(Int64(pictures.count)),
            "pictures": .array(pictures.map(\.json)),
        ]
        value["limit"] = limit.map { .integer(Int64($0.rawValue)) }
        value["dpi"] = level.map { .integer(Int64($0.dpi)) }
        value["quality"] = level.map { .integer(Int64($0.quality)) }
        return .object(value)
    }
}

extension SubmissionReport.Entry {
    fileprivate var json: JSONValue {
        [
            "path": .string(path), "material": .string(material), "page": .integer(Int64(page)),
            "before": before.json, "after": after.json, "steps": .array(steps.map(\.json)),
        ]
    }
}

extension SubmissionReport.State {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = [
            "bytes": .integer(Int64(size.rawValue)), "width": .integer(Int64(pixels.width)),
            "height": .integer(Int64(pixels.height)), "dpi": .integer(Int64(dpi)),
        ]
        value["quality"] = quality.map { .integer(Int64($0)) }
        return .object(value)
    }
}
