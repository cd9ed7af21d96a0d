/// What a condition came to, and why.
public struct Evaluation: Hashable, Sendable {
    /// The outcome.
    public var truth: Truth
    /// The facts of the profile that decided it, in the order of the condition.
    public var facts: [ProfileFact]
    /// The keys whose values are missing, or too vague, to decide; empty unless unknown.
    public var missing: [String]

    /// States an outcome and its reasons.
    public init(_ truth: Truth, facts: [ProfileFact] = [], missing: [String] = []) {
        self.truth = truth
        self.facts = facts
        self.missing = missing
    }

    /// The opposite outcome for the same reasons.
    public var negated: Self { Self(truth.negated, facts: facts, missing: missing) }

    /// Whether every part holds: one "no" decides, then one "unknown".
    public static func all(_ parts: [Self]) -> Self { joined(parts, decisive: .no) }

    /// Whether some part holds: one "yes" decides, then one "unknown".
    public static func any(_ parts: [Self]) -> Self { joined(parts, decisive: .yes) }

    private static func joined(_ parts: [Self], decisive: Truth) -> Self {
        let deciding = parts.filter { $0.truth == decisive }
        guard deciding.isEmpty else {
            return Self(decisive, facts: unique(deciding.flatMap(\.facts)))
        }
        let open = parts.filter { $0.truth == .unknown }
        let facts = unique(parts.flatMap(\.facts))
        guard open.isEmpty else {
            return Self(.unknown, facts: facts, missing: unique(open.flatMap(\.missing)))
        }
        return Self(decisive.negated, facts: facts)
    }

    private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
