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
        for index in vocabulary.indices {
            // Places, not copies: this runs for every candidate of a batch.
            if case .always = vocabulary[index].condition { continue }
            let key = vocabulary[index].key
            guard profile[key] == nil else { continue }
            let evaluation = vocabulary[index].condition.evaluate(in: completed)
            guard evaluation.truth == .no else { continue }
            completed[key] = .notApplicable
            reasons[key] = evaluation.facts.flatMap { fact in
                fact.value == .notApplicable ? reasons[fact.path.key] ?? [fact] : [fact]
            }
        }
        return (completed, reasons)
    }
}
