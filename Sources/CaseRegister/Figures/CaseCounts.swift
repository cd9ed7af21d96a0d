public import Registration

/// How many cases there are of each kind.
public struct CaseCounts: Hashable, Sendable {
    /// The cases in each state; states without cases are left out.
    public let states: [CaseState: Int]
    /// The cases that were last returned for a material, by its id.
    public let materials: [String: Int]
    /// The cases that were last returned for a reason, by its code.
    public let reasons: [String: Int]

    /// All cases.
    public var total: Int { states.values.reduce(0, +) }
}
