/// What became of a decision.
public struct Recording: Hashable, Sendable {
    /// The version of the case that holds the decision: its place in the log.
    public let version: Int
    /// Whether the same reviewer had recorded the same decision before; nothing was written then.
    public let isRepeat: Bool
    /// The signed line as it stands in the register; an earlier one, if this is a repeat.
    public let line: String
}
