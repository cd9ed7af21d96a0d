public import Verification

/// What the check of a slip found: is it whole, who issued it, is it in force.
public struct SlipReport: Hashable, Sendable {
    /// The steps in the order taken.
    public internal(set) var steps: [VerificationReport.Step] = []
    /// The name of the trusted key that sealed it; nil if none did.
    public internal(set) var issuer: String?

    /// How a question came out over all its steps.
    public func outcome(
        of question: VerificationReport.Question
    ) -> VerificationReport.Outcome {
        let outcomes = steps.filter { $0.question == question }.map(\.outcome)
        if outcomes.contains(.failed) { return .failed }
        return outcomes.isEmpty || outcomes.contains(.absent) ? .absent : .passed
    }

    /// Whether a trusted key sealed it, and nothing speaks against it.
    public var isTrusted: Bool {
        VerificationReport.Question.allCases.allSatisfy { outcome(of: $0) == .passed }
    }

    mutating func add(
        _ question: VerificationReport.Question,
        _ code: String,
        _ outcome: VerificationReport.Outcome,
        detail: String? = nil
    ) {
        steps.append(VerificationReport.Step(question, code, outcome, detail: detail))
    }
}
