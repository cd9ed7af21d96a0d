public import Registration

extension Condition {
    /// Answers the question for a profile, with the facts that decided or the places that are missing.
    ///
    /// The first part that decides is the reason. A value of a kind that the question cannot be put
    /// to counts as missing, and so does a date that is too vague: "2015" is neither before nor since
    /// 2015-09-01. Whatever is asked of a circumstance that does not apply, the answer is no.
    public func evaluate(in profile: [String: ProfileValue]) -> Evaluation {
        if case .always = self { return Evaluation(.yes) }
        var trace = EvaluationTrace()
        let truth = truth(in: profile, entry: nil, &trace)
        return trace.evaluation(truth)
    }

    /// The outcome alone.
    func truth(in profile: [String: ProfileValue]) -> Truth {
        if case .always = self { return .yes }
        var trace = EvaluationTrace()
        return truth(in: profile, entry: nil, &trace)
    }

    func truth(
        in profile: [String: ProfileValue],
        entry: ProfilePath.Entry?,
        _ trace: inout EvaluationTrace
    ) -> Truth {
        switch self {
        case .always: .yes
        case .all(let parts): Self.join(parts, decisive: .no, in: profile, entry, &trace)
        case .any(let parts): Self.join(parts, decisive: .yes, in: profile, entry, &trace)
        case .not(let part): part.truth(in: profile, entry: entry, &trace).negated
        case .isOneOf(let key, let values):
            Self.decide(key, in: profile, entry, &trace) { values.contains($0) ? .yes : .no }
        case .since(let key, let day):
            Self.decide(key, in: profile, entry, &trace) { Self.isSince(day, $0) }
        case .before(let key, let day):
            Self.decide(key, in: profile, entry, &trace) { Self.isSince(day, $0).negated }
        case .someEntry(let key, let part):
            Self.joinEntries(of: key, in: profile, meeting: part, decisive: .yes, &trace)
        case .everyEntry(let key, let part):
            Self.joinEntries(of: key, in: profile, meeting: part, decisive: .no, &trace)
        }
    }

    /// Kleene's "and" (decided by a no) and "or" (decided by a yes).
    private static func join(
        _ parts: [Self],
        decisive: Truth,
        in profile: [String: ProfileValue],
        _ entry: ProfilePath.Entry?,
        _ trace: inout EvaluationTrace
    ) -> Truth {
        let start = trace.mark
        var truth = decisive.negated
        for part in parts {
            let before = trace.mark
            let next = part.truth(in: profile, entry: entry, &trace)
            if next == decisive {
                trace.remove(from: start, to: before)
                return decisive
            }
            if next == .unknown { truth = .unknown }
        }
        return truth
    }

    private static func joinEntries(
        of key: String,
        in profile: [String: ProfileValue],
        meeting part: Self,
        decisive: Truth,
        _ trace: inout EvaluationTrace
    ) -> Truth {
        let path = ProfilePath(key)
        let value = profile[key]
        var entries: [[String: ProfileValue]] = []
        switch value {
        case .list(let list)?: entries = list
        case .notApplicable?:
            trace.note(path, .notApplicable)
            return .no
        default:
            trace.miss(path)
            return .unknown
        }
        if entries.isEmpty, let value { trace.note(path, value) }
        let start = trace.mark
        var truth = decisive.negated
        for (index, values) in entries.enumerated() {
            let before = trace.mark
            let entry = ProfilePath.Entry(list: key, number: index + 1)
            let next = part.truth(in: values, entry: entry, &trace)
            if next == decisive {
                trace.remove(from: start, to: before)
                return decisive
            }
            if next == .unknown { truth = .unknown }
        }
        return truth
    }

    private static func decide(
        _ key: String,
        in profile: [String: ProfileValue],
        _ entry: ProfilePath.Entry?,
        _ trace: inout EvaluationTrace,
        by answer: (ProfileValue) -> Truth
    ) -> Truth {
        let path = ProfilePath(key, in: entry)
        guard let value = profile[key] else {
            trace.miss(path)
            return .unknown
        }
        trace.note(path, value)
        guard value != .notApplicable else { return .no }
        let truth = answer(value)
        if truth == .unknown { trace.miss(path) }
        return truth
    }

    private static func isSince(_ day: PartialDate, _ value: ProfileValue) -> Truth {
        guard case .date(let date) = value else { return .unknown }
        if date.earliest >= day.latest { return .yes }
        return date.latest < day.earliest ? .no : .unknown
    }
}
