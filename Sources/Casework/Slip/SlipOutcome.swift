/// What an office decided, with what each decision needs.
public enum SlipOutcome: Hashable, Sendable {
    /// 退回: these are to be mended until a day, in days since 1970-01-01, if there is one.
    case returned([SlipItem], answerBy: Int?)
    /// 审核通过.
    case accepted
    /// 审核不通过: why, and what the reviewer adds in their own words.
    case rejected(SlipReason, note: String)

    /// The decision alone.
    public var decision: SlipDecision {
        switch self {
        case .returned: .returned
        case .accepted: .accepted
        case .rejected: .rejected
        }
    }

    /// What is to be mended; nothing unless the dossier is returned.
    public var items: [SlipItem] {
        guard case .returned(let items, _) = self else { return [] }
        return items
    }

    /// The last day on which to answer, in days since 1970-01-01, if one is set.
    public var answerBy: Int? {
        guard case .returned(_, let day) = self else { return nil }
        return day
    }
}
