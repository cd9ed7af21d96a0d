/// One circumstance of a candidate: what `candidate.yaml` says for one key.
public indirect enum ProfileValue: Hashable, Sendable {
    case text(String)
    case flag(Bool)
    case date(PartialDate)
    /// A list of groups, such as the practice units.
    case list([[String: ProfileValue]])
    /// The question makes no sense after the other answers; never written, only concluded.
    case notApplicable
}

extension ProfileValue: CustomStringConvertible {
    /// The value as a person would write it: 是 and 否 for flags.
    public var description: String {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag ? "是" : "否"
        case .date(let date): date.description
        case .list(let items): "\(items.count) 项"
        case .notApplicable: "不适用"
        }
    }
}
