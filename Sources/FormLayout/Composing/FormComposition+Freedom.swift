extension FormComposition {
    /// What may take more room than a blank form gives it.
    struct Freedom: Hashable {
        /// How far an answer shrinks before its row grows.
        enum Growth: Hashable {
            /// As long as it is easy to read.
            case comfort
            /// As far as it can be read.
            case floor
            /// The row does not grow.
            case none
        }

        /// How far answers shrink before their rows grow.
        var rows: Growth
        /// Whether lists have as many rows as there are answers.
        var lists: Bool
        /// How much higher rows become that are said to grow or to stretch; nil for as much as they need.
        var extra: Double?

        static let all = Self(rows: .comfort, lists: true)
        static let none = Self(rows: .none, lists: false, extra: 0)
        /// What is tried, best first: long lists and small type are both better than a second sheet.
        static let ladder = [
            all, Self(rows: .floor, lists: true), Self(rows: .comfort, lists: false),
            Self(rows: .floor, lists: false), Self(rows: .none, lists: false),
        ]
    }
}
