import Registration
import Review
import Testing

/// A candidate's circumstances and what an area must ask of them.
struct ProfileCase: CustomTestStringConvertible {
    let testDescription: String
    let profile: [String: ProfileValue]
    /// The least number of pictures of each required material.
    let required: [String: Int]
    /// The keys missing for each material that cannot be told.
    let unclear: [String: [String]]

    init(
        _ name: String,
        _ profile: [String: ProfileValue],
        _ required: [String: Int],
        unclear: [String: [String]] = [:]
    ) {
        testDescription = name
        self.profile = profile
        self.required = required
        self.unclear = unclear
    }

    /// Compares all materials, so that one asked for too many fails as one too few does.
    func expect(in area: Area) {
        var required: [String: Int] = [:]
        var unclear: [String: [String]] = [:]
        for requirement in area.requirements(for: profile) {
            switch requirement.need {
            case .required(let minimum, _): required[requirement.material.id] = minimum
            case .cannotTell(let missing):
                unclear[requirement.material.id] = missing.map(\.description)
            case .notRequired: break
            }
        }
        #expect(required == self.required)
        #expect(unclear == self.unclear)
    }
}

/// A list of practice units of these grades.
func units(_ grades: [String]) -> ProfileValue {
    .list(grades.map { ["grade": .text($0)] })
}

/// A date in a profile; nothing else than a real one is written there.
func partialDate(_ text: String) -> ProfileValue {
    guard let date = PartialDate(text) else { preconditionFailure("no date: \(text)") }
    return .date(date)
}

extension Dictionary {
    func with(_ changes: Self) -> Self { merging(changes) { $1 } }

    func without(_ keys: Key...) -> Self { filter { !keys.contains($0.key) } }
}
