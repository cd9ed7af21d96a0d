public import Sealing

/// What a verification found, in three questions kept apart: are the bytes whole, who issued them, are
/// they still in force.
public struct VerificationReport: Sendable {
    /// Which of the three questions a step answers.
    public enum Question: String, Sendable, CaseIterable {
        case integrity
        case issuer
        case status
    }

    /// How a step came out.
    public enum Outcome: String, Sendable {
        case passed
        /// Wrong, but of no consequence to the question.
        case warning
        case failed
        /// There was nothing to look at, such as a seal.
        case absent
    }

    /// One step, with a stable code.
    public struct Step: Sendable {
        /// Which question it answers.
        public var question: Question
        /// A stable name, "bag.file-changed".
        public var code: String
        /// How it came out.
        public var outcome: Outcome
        /// The file in the bag that it is about, if one.
        public var file: String?
        /// Numbers and names behind the outcome; no personal data.
        public var detail: String?

        /// States a step.
        public init(
            _ question: Question,
            _ code: String,
            _ outcome: Outcome,
            file: String? = nil,
            detail: String? = nil
        ) {
            self.question = question
            self.code = code
            self.outcome = outcome
            self.file = file
            self.detail = detail
        }
    }

    /// The dossier's id as its manifest gives it, if it could be read.
    public internal(set) var id: DossierID?
    /// The steps in the order taken.
    public internal(set) var steps: [Step] = []

    /// How a question came out over all its steps.
    public func outcome(of question: Question) -> Outcome {
        let outcomes = steps.filter { $0.question == question }.map(\.outcome)
        if outcomes.contains(.failed) { return .failed }
        if outcomes.contains(.absent) { return .absent }
        return outcomes.isEmpty ? .absent : .passed
    }

    /// Whether nothing failed: a missing seal fails nothing, it only proves nothing.
    public var isAccepted: Bool { !steps.contains { $0.outcome == .failed } }

    mutating func add(_ step: Step) { steps.append(step) }
}
