public import Registration

extension Area {
    /// What one candidate must hand in, cannot be told about, and need not: every material, in order.
    public func requirements(for profile: [String: ProfileValue]) -> [Requirement] {
        let (completed, reasons) = applicability(of: profile)
        return materials.map { material in
            var requirement = material.requirement(for: completed)
            if requirement.because.contains(where: { $0.value == .notApplicable }) {
                requirement.because = Self.explained(requirement.because, by: reasons)
            }
            return requirement
        }
    }

    /// "Does not apply" is no reason for a reader: the answer that ruled it out is.
    private static func explained(
        _ facts: [ProfileFact],
        by reasons: [String: [ProfileFact]]
    ) -> [ProfileFact] {
        var explained: [ProfileFact] = []
        for fact in facts {
            let causes = fact.value == .notApplicable ? reasons[fact.path.key] ?? [fact] : [fact]
            for cause in causes where !explained.contains(cause) { explained.append(cause) }
        }
        return explained
    }
}

extension MaterialRule {
    /// What this material is to one candidate.
    public func requirement(for profile: [String: ProfileValue]) -> Requirement {
        let evaluation = need(in: profile)
        var requirement = Requirement(
            material: self,
            need: .notRequired,
            because: evaluation.facts,
            notes: notes.filter { $0.condition.evaluate(in: profile).truth != .no }.map(\.text)
        )
        switch evaluation.truth {
        case .no: break
        case .unknown: requirement.need = .cannotTell(missing: evaluation.missing)
        case .yes:
            let range = count.range(in: profile)
            requirement.need = .required(minimum: range.minimum, maximum: range.maximum)
            requirement.countMissing = range.missing
        }
        return requirement
    }

    private func need(in profile: [String: ProfileValue]) -> Evaluation {
        guard !isOptional else { return Evaluation(.no) }
        guard let replacement else { return condition.evaluate(in: profile) }
        return Condition.all([condition, .not(replacement.condition)]).evaluate(in: profile)
    }
}
