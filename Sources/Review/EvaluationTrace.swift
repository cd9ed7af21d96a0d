import Registration

/// What a condition has looked at so far: facts found and places missing, in order.
///
/// One trace serves a whole condition. When a part decides, what other parts left in it is cut out
/// again, so that only the reasons for the outcome remain.
struct EvaluationTrace {
    /// A length of the trace, to cut back to.
    struct Mark {
        fileprivate let facts: Int
        fileprivate let missing: Int
    }

    private(set) var facts: [ProfileFact] = []
    private(set) var missing: [ProfilePath] = []

    var mark: Mark { Mark(facts: facts.count, missing: missing.count) }

    mutating func note(_ path: ProfilePath, _ value: ProfileValue) {
        facts.append(ProfileFact(path, value))
    }

    mutating func miss(_ path: ProfilePath) { missing.append(path) }

    /// Removes what was noted between two marks.
    mutating func remove(from start: Mark, to end: Mark) {
        facts.removeSubrange(start.facts..<end.facts)
        missing.removeSubrange(start.missing..<end.missing)
    }

    /// The outcome with its reasons, each named once.
    func evaluation(_ truth: Truth) -> Evaluation {
        Evaluation(
            truth,
            facts: Self.unique(facts),
            missing: truth == .unknown ? Self.unique(missing) : []
        )
    }

    // A handful at most: comparing beats hashing.
    private static func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
        guard elements.count > 1 else { return elements }
        var unique: [Element] = []
        for element in elements where !unique.contains(element) { unique.append(element) }
        return unique
    }
}
