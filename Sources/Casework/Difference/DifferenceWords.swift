import Registration
import Review
import Sealing
import TemplateCatalog
import Verification

/// Says in the words of the sheets what changed.
struct DifferenceWords {
    let style: DossierStyle
    /// The rules of the newer dossier's area, if they are at hand.
    let area: Area?
    /// What the code of a reason is called.
    let reason: (String) -> String

    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        style.text(key, values)
    }

    /// The question that a key of the profile answers.
    func question(_ key: String) -> String { area?.profileKey(key)?.label ?? key }

    /// The title of a material by its id.
    func title(of material: String) -> String { area?.material(id: material)?.title ?? material }

    /// An answer as people write it.
    func answer(_ text: String?) -> String {
        guard let text else { return self.text("differenceNone") }
        guard let json = try? JSONValue(parsing: Array(text.utf8)) else { return text }
        return answer(json)
    }

    private func answer(_ json: JSONValue) -> String {
        switch json {
        case .null: text("differenceNotApplicable")
        case .bool(let flag): text(flag ? "differenceYes" : "differenceNo")
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .string(let text): text
        case .array(let items): items.map(answer).joined(separator: "；")
        case .object(let members):
            members.sorted { $0.key < $1.key }.map { answer($0.value) }.joined(separator: " ")
        }
    }

    private static let needs = [
        "required": "needRequired", "optional": "needOptional",
        "notRequired": "needNotRequired", "cannotTell": "needUnknown",
    ]

    /// A requirement, of which a comparison says "required 1-2".
    func need(_ text: String?) -> String {
        guard let text else { return self.text("differenceNone") }
        let parts = text.split(separator: " ")
        let need = parts.first.flatMap { Self.needs[String($0)] }.map { self.text($0) } ?? text
        guard parts.count > 1 else { return need }
        let ends = Set(parts[1].split(separator: "-"))
        let count = ends.count == 1 ? ends.joined() : String(parts[1].replacing("-", with: "–"))
        return need + " " + self.text("indexCountValue", ["count": count])
    }

    /// What was asked for, without the picture that it is about.
    func request(_ item: ReturnedItem) -> String {
        let reason = reason(item.reason)
        return text(
            item.note.isEmpty ? "differenceAsked" : "differenceAskedNote",
            ["reason": reason, "note": item.note]
        )
    }

    func place(_ place: Int?) -> String {
        place.map { text("differencePlace", ["place": "\($0)"]) } ?? text("differenceWhole")
    }
}
