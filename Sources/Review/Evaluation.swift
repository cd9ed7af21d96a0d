/// What a condition came to, and why.
public struct Evaluation: Hashable, Sendable {
    /// The outcome.
    public var truth: Truth
    /// The facts of the profile that decided it, in the order of the condition.
    public var facts: [ProfileFact]
    /// The places whose values are missing, or too vague, to decide; empty unless unknown.
    public var missing: [ProfilePath]

    /// States an outcome and its reasons.
    public init(_ truth: Truth, facts: [ProfileFact] = [], missing: [ProfilePath] = []) {
        self.truth = truth
        self.facts = facts
        self.missing = missing
    }

    /// The opposite outcome for the same reasons.
    public var negated: Self { Self(truth.negated, facts: facts, missing: missing) }
}
