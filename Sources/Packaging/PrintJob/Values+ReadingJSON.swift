import Registration
import Review
import Sealing

extension Finding {
    /// Reads a finding as a manifest has it; nil if it is none.
    init?(json: JSONValue) {
        guard let code = json["code"]?.string,
            let severity = json["severity"]?.string.flatMap(Severity.init(rawValue:))
        else { return nil }
        self.init(
            Code(code),
            severity,
            material: json["material"]?.string,
            picture: json["picture"]?.string,
            measured: json["measured"]?.string,
            limit: json["limit"]?.string
        )
    }
}

extension JSONValue {
    /// An answer of the profile as a manifest has it; texts and dates look alike there.
    var profileValue: ProfileValue? {
        switch self {
        case .string(let text): .text(text)
        case .bool(let flag): .flag(flag)
        case .array(let items):
            .list(items.map { ($0.object ?? [:]).compactMapValues(\.profileValue) })
        case .null: .notApplicable
        case .integer, .number, .object: nil
        }
    }
}

extension PictureMasking {
    /// Reads the decision as a manifest has it; nil if it is none.
    init?(json: JSONValue) {
        guard let rule = json["rule"]?.string.flatMap(Rule.init(rawValue:)),
            let isWithheld = json["withheld"]?.bool
        else { return nil }
        let regions = (json["regions"]?.array ?? []).compactMap { region -> PixelRegion? in
            let sides = (region.array ?? []).compactMap(\.integer)
            guard sides.count == 4 else { return nil }
            return PixelRegion(x: sides[0], y: sides[1], width: sides[2], height: sides[3])
        }
        self.init(isWithheld ? .withheld : .masked(regions), by: rule)
    }
}
