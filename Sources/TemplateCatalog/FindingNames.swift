public import Review

/// What sentences about findings call materials and questions: as the area does, and what its rules do not
/// know, or where they are not at hand, as an archive says.
public struct FindingNames: Sendable {
    private let area: Area?
    private let titles: [String: String]

    /// Takes the names of an area, and titles of other materials by their ids.
    public init(_ area: Area?, titles: [String: String] = [:]) {
        (self.area, self.titles) = (area, titles)
    }

    /// The title of a material, and the English one; nil for one that is not known.
    func material(_ id: String) -> (title: String, english: String?)? {
        if let rule = area?.material(id: id) { return (rule.title, rule.englishTitle) }
        return titles[id].map { ($0, nil) }
    }

    /// A few words for a question.
    func label(ofKey key: String) -> String? { area?.profileKey(key)?.label }
}
