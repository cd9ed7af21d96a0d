public import Registration

/// The office whose register it is.
public struct OfficeSettings: Hashable, Sendable {
    /// What the office calls itself, as in the events it signs.
    public var name: String
    /// Whether it reviews first or second.
    public var stage: ReviewStage
    /// The ids of the areas' rules by which it takes cases; empty if it takes all.
    public var areas: [String]

    /// States an office.
    public init(name: String, stage: ReviewStage, areas: [String] = []) {
        self.name = name
        self.stage = stage
        self.areas = areas
    }

    /// The state of the cases that wait for this office.
    public var awaited: CaseState {
        switch stage {
        case .site: .submitted
        case .area: .siteAccepted
        }
    }
}
