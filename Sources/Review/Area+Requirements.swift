public import Registration

extension Area {
    /// What one candidate must hand in, cannot be told about, and need not: every material, in order.
    public func requirements(for profile: [String: ProfileValue]) -> [Requirement] {
        let (completed, reasons) = applicability(of: profile)
        return needRules.enumerated().map { index, rule in
            let evaluation = rule.evaluation(in: completed)
            let range = evaluation.truth == .yes ? rule.range(in: completed) : nil
            return Requirement(
                of: materials,
                at: index,
                need: Requirement.Need(evaluation, range),
                because: Self.explained(evaluation.facts, by: reasons),
                countMissing: range?.missing ?? [],
                notes: rule.notes(for: completed)
            )
        }
    }

    /// "Does not apply" is no reason for a reader: the answer that ruled it out is.
    private static func explained(
        _ facts: [ProfileFact],
        by reasons: [String: [ProfileFact]]
    ) -> [ProfileFact] {
        guard facts.contains(where: { $0.value == .notApplicable }) else { return facts }
        var explained: [ProfileFact] = []
        for fact in facts {
            let causes = fact.value == .notApplicable ? reasons[fact.path.key] ?? [fact] : [fact]
            for cause in causes where !explained.contains(cause) { explained.append(cause) }
        }
        return explained
    }
}

extension Requirement.Need {
    fileprivate init(_ evaluation: Evaluation, _ range: CountRange?) {
        switch (evaluation.truth, range) {
        case (.yes, let range?):
            self = .required(minimum: range.minimum, maximum: range.maximum)
        case (.unknown, _): self = .cannotTell(missing: evaluation.missing)
        default: self = .notRequired
        }
    }
}

extension MaterialRule {
    /// What this material is to one candidate, whose profile is complete or has no vocabulary.
    public func requirement(for profile: [String: ProfileValue]) -> Requirement {
        let rule = NeedRule(self)
        let evaluation = rule.evaluation(in: profile)
        let range = evaluation.truth == .yes ? rule.range(in: profile) : nil
        return Requirement(
            material: self,
            need: Requirement.Need(evaluation, range),
            because: evaluation.facts,
            countMissing: range?.missing ?? [],
            notes: rule.notes(for: profile)
        )
    }
}
