public import Registration

extension Area {
    /// What one candidate must hand in, cannot be told about, and need not: every material, in order.
    public func requirements(for profile: [String: ProfileValue]) -> [Requirement] {
        materials.map { $0.requirement(for: profile) }
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
        let own = condition.evaluate(in: profile)
        guard let replacement else { return own }
        return .all([own, replacement.condition.evaluate(in: profile).negated])
    }
}
