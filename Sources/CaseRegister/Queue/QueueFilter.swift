public import Registration

/// Which cases to list; what is not said does not matter.
public struct QueueFilter: Hashable, Sendable {
    /// The states; none for all of them.
    public var states: Set<CaseState> = []
    /// The id of a material that was asked for when the case was last returned.
    public var material: String?
    /// The code of a reason for which the case was last returned.
    public var reason: String?
    /// The id of the area's rules.
    public var area: String?
    /// A part of the name or of the masked number, or the beginning of the id of a case or dossier.
    public var text: String?
    /// Who decided last at this office.
    public var reviewer: String?
    /// Only what changed at this time or later.
    public var since: Int64?
    /// Only what has waited for this office since before this time.
    public var overdue: Int64?

    /// States a filter.
    public init(
        states: Set<CaseState> = [],
        material: String? = nil,
        reason: String? = nil,
        area: String? = nil,
        text: String? = nil,
        reviewer: String? = nil,
        since: Int64? = nil,
        overdue: Int64? = nil
    ) {
        self.states = states
        self.material = material
        self.reason = reason
        self.area = area
        self.text = text
        self.reviewer = reviewer
        self.since = since
        self.overdue = overdue
    }
}
