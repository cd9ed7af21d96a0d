public import Registration

/// What the manual demands of the circumstances themselves: foreigners register with a passport.
public struct ProfileRule: Hashable, Sendable {
    /// Whom it concerns.
    public var condition: Condition
    /// What must hold for them.
    public var demand: Condition
    /// The demand in words.
    public var text: String
    /// Where the manual says so.
    public var clause: Clause

    /// States a rule.
    public init(condition: Condition, demand: Condition, text: String, clause: Clause) {
        self.condition = condition
        self.demand = demand
        self.text = text
        self.clause = clause
    }

    /// What is wrong, by a completed profile; nothing while that cannot be told.
    func finding(in profile: [String: ProfileValue]) -> Finding? {
        guard condition.evaluate(in: profile).truth == .yes else { return nil }
        let demanded = demand.evaluate(in: profile)
        guard demanded.truth == .no else { return nil }
        return Finding(
            .profileInconsistent,
            .error,
            measured: demanded.facts.map(\.description).joined(separator: ", "),
            limit: text,
            clause: clause
        )
    }
}
