/// The outcome of a condition in Kleene's three-valued logic.
public enum Truth: String, Hashable, Sendable, CaseIterable {
    case yes
    case no
    case unknown

    /// The opposite; unknown stays unknown.
    public var negated: Self {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}
