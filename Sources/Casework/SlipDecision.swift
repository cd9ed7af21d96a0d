/// What an office decided, as a slip tells the candidate.
public enum SlipDecision: String, Hashable, Sendable, CaseIterable {
    /// 退回: pictures are to be replaced.
    case returned
    /// 审核通过.
    case accepted
    /// 审核不通过.
    case rejected
}
