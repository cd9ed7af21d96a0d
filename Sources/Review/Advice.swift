public import Registration

/// A sentence of the manual that no picture can be checked against.
public struct Advice: Hashable, Sendable {
    /// Whether it binds: 必须再次提交 does, 建议使用身份证 does not.
    public var isBinding: Bool
    /// Whom it concerns.
    public var condition: Condition
    /// The sentence for the candidate.
    public var text: String
    /// Where the manual says so.
    public var clause: Clause

    /// States a piece of advice.
    public init(isBinding: Bool = false, condition: Condition, text: String, clause: Clause) {
        self.isBinding = isBinding
        self.condition = condition
        self.text = text
        self.clause = clause
    }
}

extension Area {
    /// The advice that concerns a candidate.
    public func advice(for profile: [String: ProfileValue]) -> [Advice] {
        let completed = applying(profile)
        return advice.filter { $0.condition.evaluate(in: completed).truth == .yes }
    }
}
