public import Registration

extension Area {
    /// Where a profile contradicts sentences of the manual, each with the demand as its limit.
    public func contradictions(in profile: [String: ProfileValue]) -> [Finding] {
        let completed = applying(profile)
        return profileRules.compactMap { $0.finding(in: completed) }
    }

    /// What is wrong with a candidate's circumstances, before any material is looked at.
    func findings(
        inProfile profile: [String: ProfileValue],
        on day: PartialDate?
    ) -> [Finding] {
        contradictions(in: profile)
            + idleFindings(profile) + reversedFindings(profile)
            + deadlines.compactMap { deadline in day.flatMap(deadline.finding) }
    }

    /// Answers to questions that the other answers rule out: one of them must be wrong.
    ///
    /// A "no" to such a question says nothing new and is let be.
    private func idleFindings(_ profile: [String: ProfileValue]) -> [Finding] {
        vocabulary.compactMap { key in
            guard let value = profile[key.key], value != .flag(false) else { return nil }
            let evaluation = key.condition.evaluate(in: profile)
            guard evaluation.truth == .no, !key.isNone(value) else { return nil }
            return Finding(
                .profileNotApplicable,
                .warning,
                measured: "\(key.key) = \(value)",
                limit: evaluation.facts.map(\.description).joined(separator: ", ")
            )
        }
    }

    /// Entries of lists, such as practice units, that end before they begin.
    private func reversedFindings(_ profile: [String: ProfileValue]) -> [Finding] {
        vocabulary.flatMap { key -> [Finding] in
            guard case .list(let entries)? = profile[key.key] else { return [] }
            return entries.enumerated().compactMap { index, entry in
                guard case .date(let from)? = entry["from"], case .date(let to)? = entry["to"],
                    to.latest < from.earliest
                else { return nil }
                let place = ProfilePath.Entry(list: key.key, number: index + 1)
                return Finding(
                    .profileDatesReversed,
                    .error,
                    measured: "\(ProfilePath("to", in: place)) = \(to)",
                    limit: "≥ \(from)"
                )
            }
        }
    }
}
