public import Registration

/// What an area says of submitting: what locks, what unlocks, and what may come late.
public struct SubmissionRule: Hashable, Sendable {
    /// What unlocks pictures that a submission locked.
    public enum Key: String, Hashable, Sendable, CaseIterable {
        /// An office asks for other pictures.
        case `return`
        /// The candidate takes the submission back.
        case withdrawal
        /// The candidate changes what was stated.
        case profile
    }

    /// Where the manual says what a submission locks.
    public var lockClause: Clause
    /// Where the manual says what unlocks; what it does not speak of is absent.
    public var unlockClauses: [Key: Clause]
    /// Whether what an office asked for may be submitted after the last day.
    public var takesLateReplacements: Bool
    /// Where the manual says so; nil where it does not.
    public var lateClause: Clause?

    /// States what an area says of submitting.
    public init(
        lockClause: Clause,
        unlockClauses: [Key: Clause] = [:],
        takesLateReplacements: Bool = true,
        lateClause: Clause? = nil
    ) {
        self.lockClause = lockClause
        self.unlockClauses = unlockClauses
        self.takesLateReplacements = takesLateReplacements
        self.lateClause = lateClause
    }
}

extension Area {
    /// What the area says of cases: what locks, and until when.
    public var caseRules: CaseRules {
        CaseRules(
            lockScope: lockScope,
            lastDay: lastDay,
            takesLateReplacements: submission?.takesLateReplacements ?? true
        )
    }

    /// The last day of everything that cannot be handed in later; nil where the manual names none.
    private var lastDay: Int? {
        deadlines.filter { $0.severity == .error }
            .compactMap { $0.spans.last?.until.latestDay.daysSince1970 }.min()
    }
}
