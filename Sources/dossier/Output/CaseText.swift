import Casework
import Packaging
import Registration
import Review
import Sealing

/// Says why a case does not allow something, and which pictures it is about.
struct CaseText {
    let review: FolderReview
    let console: Console

    /// Prints a refusal.
    func print(_ error: CaseworkError) {
        console.fail(error)
        for violation in error.violations { console.print("  " + line(for: violation)) }
        guard error.code == .lockedChanged else { return }
        console.print("  → " + console.text("case.mend-locked"))
    }

    /// A picture, and what is wrong with it.
    func line(for violation: CaseViolation) -> String {
        let words = console.text("case.violation.\(violation.kind.rawValue)")
        return words + "  " + place(of: violation)
    }

    /// Which picture it is.
    func place(of violation: CaseViolation) -> String {
        let material = title(of: violation.material)
        let place = violation.place.map { console.text("case.picture", ["place": "\($0)"]) } ?? ""
        let file =
            violation.place.flatMap { review.path(material: violation.material, place: $0) } ?? ""
        return [material, place, file].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// The title of a material.
    func title(of material: String) -> String {
        review.requirements.first { $0.material.id == material }?.material.title ?? material
    }

    /// A refusal for programs.
    func json(of error: CaseworkError) -> JSONValue {
        [
            "code": .string(error.refusal?.code.rawValue ?? error.code.rawValue),
            "state": error.refusal.map { .string($0.state.rawValue) } ?? nil,
            "pictures": .array(error.violations.map(json)),
        ]
    }

    /// A picture and what is wrong with it, for programs.
    func json(of violation: CaseViolation) -> JSONValue {
        var value: [String: JSONValue] = [
            "kind": .string(violation.kind.rawValue), "material": .string(violation.material),
        ]
        value["place"] = violation.place.map { .integer(Int64($0)) }
        value["path"] = violation.place
            .flatMap { review.path(material: violation.material, place: $0) }.map(JSONValue.string)
        return .object(value)
    }
}

extension CaseworkError {
    /// Whether the answer is no, and not that something could not be done.
    var isRefusal: Bool {
        [
            .refused, .lockedChanged, .noCase, .notAsSubmitted, .otherCase, .otherRevision,
            .badLine,
            .untrusted, .forked, .gap, .notImported,
        ].contains(code)
    }
}
