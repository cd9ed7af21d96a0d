public import Registration

/// One circumstance that decided a condition: a key of the profile and its value.
public struct ProfileFact: Hashable, Sendable {
    /// The key; inside a list it names the entry, counted from one: "units[1].grade".
    public var key: String
    /// What the profile says for it.
    public var value: ProfileValue

    /// States a fact.
    public init(key: String, value: ProfileValue) {
        self.key = key
        self.value = value
    }
}

extension ProfileFact: CustomStringConvertible {
    /// The fact as a person reads it, "level = 执业医师".
    public var description: String { "\(key) = \(value)" }
}
