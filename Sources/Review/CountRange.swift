import Registration

/// The numbers of pictures that a count rule comes to for one profile.
struct CountRange: Hashable {
    /// The least number that is certainly needed.
    var minimum: Int
    /// The greatest number that may still be allowed; nil for no limit.
    var maximum: Int?
    /// The keys that would settle the numbers, were they known.
    var missing: [ProfilePath] = []

    /// The widest range that covers both, because it is not known which of the two applies.
    func union(_ other: Self) -> Self {
        var both = Self(minimum: min(minimum, other.minimum), missing: missing + other.missing)
        if let maximum, let otherMaximum = other.maximum {
            both.maximum = max(maximum, otherMaximum)
        }
        return both
    }
}

extension CountRule {
    /// The numbers for a profile: the first case that holds, widened by those before it that might.
    func range(in profile: [String: ProfileValue]) -> CountRange {
        var range: CountRange?
        for entry in cases {
            let evaluation = entry.condition.evaluate(in: profile)
            guard evaluation.truth != .no else { continue }
            var next = entry.range(in: profile)
            next.missing = evaluation.missing + next.missing
            range = range?.union(next) ?? next
            if evaluation.truth == .yes { break }
        }
        return range ?? CountRange(minimum: 1)
    }
}

extension CountRule.Case {
    fileprivate func range(in profile: [String: ProfileValue]) -> CountRange {
        guard let multiplier else { return CountRange(minimum: minimum, maximum: maximum) }
        guard case .list(let entries) = profile[multiplier.list] else {
            return CountRange(minimum: minimum, missing: [ProfilePath(multiplier.list)])
        }
        var certain = 0
        var possible = 0
        var missing: [ProfilePath] = []
        for (index, entry) in entries.enumerated() {
            var trace = EvaluationTrace()
            let place = ProfilePath.Entry(list: multiplier.list, number: index + 1)
            let truth = multiplier.condition.truth(in: entry, entry: place, &trace)
            if truth == .yes { certain += 1 }
            if truth != .no { possible += 1 }
            missing += trace.evaluation(truth).missing
        }
        return CountRange(
            minimum: minimum * max(1, certain),
            maximum: maximum.map { $0 * max(1, possible) },
            missing: missing
        )
    }
}
