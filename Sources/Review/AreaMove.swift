public import Registration

/// What one candidate must do differently in another area.
public struct AreaMove: Sendable {
    /// What becomes of a paper.
    public enum Change: String, Hashable, Sendable, CaseIterable {
        /// The other area asks for it, this one did not.
        case added
        /// The other area cannot tell yet whether it asks for it.
        case open
        /// Both ask for it, but for another number of pictures, or for other pictures.
        case changed
        /// Both ask for it in the same way.
        case kept
        /// The other area does not ask for it.
        case dropped
    }

    /// A paper and what becomes of it.
    public struct Step: Sendable {
        /// What becomes of it.
        public var change: Change
        /// The requirement in the first area, if it knows the paper.
        public var from: Requirement?
        /// The requirement in the second, if it knows the paper.
        public var to: Requirement?
    }

    /// The papers that concern the candidate in either area.
    public let steps: [Step]
    /// The questions that the other area still has.
    public let questions: [OpenQuestion]
    /// Answers that the other area does not take.
    public let refused: [ProfileFact]

    /// Works out a move.
    ///
    /// - Parameters:
    ///   - comparison: The two areas.
    ///   - profile: The candidate's circumstances, by the vocabulary of the first.
    public init(_ comparison: AreaComparison, profile: [String: ProfileValue]) {
        let (taken, refused) = comparison.to.translating(profile)
        self.refused = refused
        questions = comparison.to.openQuestions(for: taken)
        let before = comparison.from.requirements(for: profile)
        let after = comparison.to.requirements(for: taken)
        steps = comparison.pairs.compactMap { pair in
            let from = before.first { $0.material.id == pair.from?.id }
            let to = after.first { $0.material.id == pair.to?.id }
            return Self.change(from, to, pair).map { Step(change: $0, from: from, to: to) }
        }
    }

    private static func change(
        _ from: Requirement?,
        _ to: Requirement?,
        _ pair: AreaComparison.Pair
    ) -> Change? {
        let wasNeeded = from.map { $0.need != .notRequired } ?? false
        switch to?.need {
        case .cannotTell?: return .open
        case .required?:
            guard wasNeeded else { return .added }
            let stays = from?.need == to?.need && !pair.aspects.contains { $0 != .condition }
            return stays ? .kept : .changed
        case .notRequired?, nil: return wasNeeded ? .dropped : nil
        }
    }
}

extension Area {
    /// A profile by this area's vocabulary, and the answers that it does not take.
    ///
    /// Circumstances that this area never asks about are left out without a word.
    public func translating(
        _ profile: [String: ProfileValue]
    ) -> (profile: [String: ProfileValue], refused: [ProfileFact]) {
        var taken: [String: ProfileValue] = [:]
        var refused: [ProfileFact] = []
        for key in vocabulary {
            guard let value = profile[key.key] else { continue }
            if key.takes(value) {
                taken[key.key] = value
            } else {
                refused.append(ProfileFact(key: key.key, value: value))
            }
        }
        return (taken, refused)
    }
}

extension ProfileKey {
    /// Whether a value is one of the possible answers.
    func takes(_ value: ProfileValue) -> Bool {
        switch (kind, value) {
        case (.choice(let values), .text(let text)): values.contains(text)
        case (.flag, .flag), (.date, .date), (.text, .text): true
        case (.list(let keys), .list(let entries)):
            entries.allSatisfy { entry in
                entry.allSatisfy { name, value in
                    keys.first { $0.key == name }?.takes(value) ?? true
                }
            }
        default: false
        }
    }
}
