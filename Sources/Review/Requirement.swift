public import Registration

/// A material as it concerns one candidate: whether it is needed, and why.
public struct Requirement: Hashable, Sendable {
    /// Whether a material is needed.
    public enum Need: Hashable, Sendable {
        /// So many pictures; no maximum means as many as one likes.
        case required(minimum: Int, maximum: Int?)
        /// Not for this candidate.
        case notRequired
        /// The profile does not say enough: the places that would settle it.
        case cannotTell(missing: [ProfilePath])
    }

    /// The material's rule.
    public var material: MaterialRule
    /// Whether it is needed.
    public var need: Need
    /// The facts of the profile that decided it; empty where the rule is for everybody.
    public var because: [ProfileFact]
    /// The keys that would settle the number of pictures of a required material.
    public var countMissing: [ProfilePath]
    /// The hints that concern this candidate.
    public var notes: [String]

    /// States a requirement.
    public init(
        material: MaterialRule,
        need: Need,
        because: [ProfileFact] = [],
        countMissing: [ProfilePath] = [],
        notes: [String] = []
    ) {
        self.material = material
        self.need = need
        self.because = because
        self.countMissing = countMissing
        self.notes = notes
    }

    /// The manual's sentence.
    public var clause: Clause { material.clause }

    /// Whether pictures must be handed in.
    public var isRequired: Bool {
        if case .required = need { return true }
        return false
    }
}
