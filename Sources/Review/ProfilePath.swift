/// Where a circumstance stands in a profile: a key, or a key of one entry of a list.
public struct ProfilePath: Hashable, Sendable {
    /// The key of the list and the number of its entry, counted from one; nil outside lists.
    public struct Entry: Hashable, Sendable {
        /// The key of the list, "units".
        public var list: String
        /// The number of the entry, from 1.
        public var number: Int

        /// Names an entry.
        public init(list: String, number: Int) {
            self.list = list
            self.number = number
        }
    }

    /// The entry that the key belongs to; nil for a key of the profile itself.
    public var entry: Entry?
    /// The key.
    public var key: String

    /// Names a place.
    public init(_ key: String, in entry: Entry? = nil) {
        self.key = key
        self.entry = entry
    }
}

extension ProfilePath: CustomStringConvertible {
    /// The place as messages write it: "level", "units[1].grade".
    public var description: String {
        entry.map { "\($0.list)[\($0.number)].\(key)" } ?? key
    }
}
