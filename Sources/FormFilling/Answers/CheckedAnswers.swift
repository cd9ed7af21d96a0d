public import FormLayout

/// The answers to a form, and what is wrong with them.
public struct CheckedAnswers: Hashable, Sendable {
    /// The answers that can be used; what has an error is left out.
    public var answers: FormAnswers
    /// What is wrong, in the order of the fields.
    public var faults: [FormDataFault]

    /// States what a check came to.
    public init(answers: FormAnswers = [:], faults: [FormDataFault] = []) {
        self.answers = answers
        self.faults = faults
    }

    /// Whether nothing is wrong but for warnings.
    public var isUsable: Bool { faults.allSatisfy { $0.severity != .error } }
}
