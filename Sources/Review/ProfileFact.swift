public import Registration

/// One circumstance that decided a condition: where it stands in the profile, and its value.
public struct ProfileFact: Hashable, Sendable {
    /// Where it stands.
    public var path: ProfilePath
    /// What the profile says there.
    public var value: ProfileValue

    /// States a fact.
    public init(_ path: ProfilePath, _ value: ProfileValue) {
        self.path = path
        self.value = value
    }

    /// States a fact about a key outside lists.
    public init(key: String, value: ProfileValue) {
        self.init(ProfilePath(key), value)
    }
}

extension ProfileFact: CustomStringConvertible {
    /// The fact by its key, "level = 执业医师".
    public var description: String { "\(path) = \(value)" }
}
