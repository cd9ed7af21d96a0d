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

    // A rule is large and an area has many: a place among all of them is shared, not copied.
    private let rules: [MaterialRule]
    private let index: Int

    /// The material's rule.
    public var material: MaterialRule { rules[index] }
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
        self.init(
            of: [material],
            at: 0,
            need: need,
            because: because,
            countMissing: countMissing,
            notes: notes
        )
    }

    /// States the requirement of one of an area's materials.
    init(
        of rules: [MaterialRule],
        at index: Int,
        need: Need,
        because: [ProfileFact] = [],
        countMissing: [ProfilePath] = [],
        notes: [String] = []
    ) {
        self.rules = rules
        self.index = index
        self.need = need
        self.because = because
        self.countMissing = countMissing
        self.notes = notes
    }

    /// The manual's sentence.
    public var clause: Clause { rules[index].clause }

    /// Whether pictures must be handed in.
    public var isRequired: Bool {
        if case .required = need { return true }
        return false
    }
}
