public import Registration

extension Condition {
    /// Answers the question for a profile, with the facts that decided or the keys that are missing.
    ///
    /// A value of a kind that the question cannot be put to counts as missing, and so does a date
    /// that is too vague: "2015" is neither before nor since 2015-09-01.
    public func evaluate(in profile: [String: ProfileValue]) -> Evaluation {
        evaluate(in: profile, prefix: "")
    }

    private func evaluate(in profile: [String: ProfileValue], prefix: String) -> Evaluation {
        switch self {
        case .always:
            Evaluation(.yes)
        case .all(let parts):
            .all(parts.map { $0.evaluate(in: profile, prefix: prefix) })
        case .any(let parts):
            .any(parts.map { $0.evaluate(in: profile, prefix: prefix) })
        case .not(let part):
            part.evaluate(in: profile, prefix: prefix).negated
        case .isOneOf(let key, let values):
            Self.decide(key, in: profile, prefix: prefix) { values.contains($0) ? .yes : .no }
        case .since(let key, let day):
            Self.decide(key, in: profile, prefix: prefix) { Self.isSince(day, $0) }
        case .before(let key, let day):
            Self.decide(key, in: profile, prefix: prefix) { Self.isSince(day, $0).negated }
        case .someEntry(let key, let part):
            Self.entries(
                of: key,
                in: profile,
                prefix: prefix,
                meeting: part,
                joined: Evaluation.any
            )
        case .everyEntry(let key, let part):
            Self.entries(
                of: key,
                in: profile,
                prefix: prefix,
                meeting: part,
                joined: Evaluation.all
            )
        }
    }

    private static func decide(
        _ key: String,
        in profile: [String: ProfileValue],
        prefix: String,
        by answer: (ProfileValue) -> Truth
    ) -> Evaluation {
        guard let value = profile[key] else { return Evaluation(.unknown, missing: [prefix + key]) }
        let truth = answer(value)
        return Evaluation(
            truth,
            facts: [ProfileFact(key: prefix + key, value: value)],
            missing: truth == .unknown ? [prefix + key] : []
        )
    }

    private static func isSince(_ day: PartialDate, _ value: ProfileValue) -> Truth {
        guard case .date(let date) = value else { return .unknown }
        if date.earliest >= day.latest { return .yes }
        return date.latest < day.earliest ? .no : .unknown
    }

    private static func entries(
        of key: String,
        in profile: [String: ProfileValue],
        prefix: String,
        meeting part: Self,
        joined join: ([Evaluation]) -> Evaluation
    ) -> Evaluation {
        guard let value = profile[key], case .list(let entries) = value else {
            return Evaluation(.unknown, missing: [prefix + key])
        }
        guard !entries.isEmpty else {
            return Evaluation(
                join([]).truth,
                facts: [ProfileFact(key: prefix + key, value: value)]
            )
        }
        return join(
            entries.enumerated().map { index, entry in
                part.evaluate(in: entry, prefix: "\(prefix)\(key)[\(index + 1)].")
            }
        )
    }
}
