public import Registration

extension Area {
    /// A profile in which every circumstance that its other answers rule out is marked as such.
    ///
    /// Who takes the assistant's exam is not asked whether they are an assistant already, and a rule
    /// that needs the answer need not wait for it. Answers that were given stay as they are.
    public func applying(_ profile: [String: ProfileValue]) -> [String: ProfileValue] {
        applicability(of: profile).profile
    }

    /// A completed profile, and the facts that ruled out each circumstance that does not apply.
    func applicability(
        of profile: [String: ProfileValue]
    ) -> (profile: [String: ProfileValue], reasons: [String: [ProfileFact]]) {
        var completed = profile
        var reasons: [String: [ProfileFact]] = [:]
        // Questions depend on earlier ones only, so one pass is enough.
        for key in vocabulary where key.condition != .always && profile[key.key] == nil {
            let evaluation = key.condition.evaluate(in: completed)
            guard evaluation.truth == .no else { continue }
            completed[key.key] = .notApplicable
            reasons[key.key] = evaluation.facts.flatMap { fact in
                fact.value == .notApplicable ? reasons[fact.path.key] ?? [fact] : [fact]
            }
        }
        return (completed, reasons)
    }
}
