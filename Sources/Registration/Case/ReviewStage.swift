/// The offices that review a case, one after the other.
public enum ReviewStage: String, Hashable, Sendable, CaseIterable, Codable {
    /// 考点初审: the exam site, first.
    case site
    /// 考区复审: the exam area, second.
    case area
}
