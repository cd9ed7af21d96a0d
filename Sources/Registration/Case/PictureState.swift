/// Whether a picture may be changed, and what an office said of it.
public enum PictureState: String, Hashable, Sendable, CaseIterable, Codable {
    /// 未锁定: the candidate may change it.
    case open
    /// 已锁定: the candidate may not change it.
    case locked
    /// 未锁定: an office asked for another one.
    case returnAsked = "return-asked"
    /// 已锁定: it was changed since the last submission, and no office has decided on it.
    case replaced
    /// 已锁定: an office is content with it.
    case accepted
}
