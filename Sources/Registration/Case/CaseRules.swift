/// What an exam area says about cases.
public struct CaseRules: Hashable, Sendable {
    /// What a submission locks and a return unlocks.
    public var lockScope: LockScope
    /// The last day on which candidates may submit, in days since 1970-01-01 in China; nil where the
    /// manual names none.
    public var lastDay: Int?
    /// Whether what an office asked for may be submitted after the last day, too.
    public var takesLateReplacements: Bool

    /// States rules.
    public init(
        lockScope: LockScope,
        lastDay: Int? = nil,
        takesLateReplacements: Bool = true
    ) {
        self.lockScope = lockScope
        self.lastDay = lastDay
        self.takesLateReplacements = takesLateReplacements
    }
}
