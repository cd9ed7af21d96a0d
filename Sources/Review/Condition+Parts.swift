import Registration

extension Condition {
    /// The keys that it asks about; of a list the list's own key only.
    public var keys: [String] {
        switch self {
        case .always: []
        case .all(let parts), .any(let parts): parts.flatMap(\.keys)
        case .not(let part): part.keys
        case .isOneOf(let key, _), .since(let key, _), .before(let key, _): [key]
        case .someEntry(let key, _), .everyEntry(let key, _): [key]
        }
    }

    /// The conditions that it puts to the entries of a list.
    public func parts(about list: String) -> [Self] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap { $0.parts(about: list) }
        case .not(let part): part.parts(about: list)
        case .someEntry(list, let part), .everyEntry(list, let part): [part]
        default: []
        }
    }

    /// The days that it compares a date with.
    func borders(of date: String) -> [PartialDate] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap { $0.borders(of: date) }
        case .not(let part): part.borders(of: date)
        case .since(date, let day), .before(date, let day): [day]
        default: []
        }
    }
}
