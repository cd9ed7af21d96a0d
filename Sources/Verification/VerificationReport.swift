public import CaseLog
public import Sealing

/// What a verification found, in three questions kept apart: are the bytes whole, who issued them, are
/// they still in force.
public struct VerificationReport: Sendable {
    /// What was looked at: what can be proven depends on it.
    public enum Subject: String, Sendable {
        /// A zip archive or an unpacked bag.
        case archive
        /// A dossier's PDF alone.
        case document
        /// Pictures of printed pages.
        case scan
        /// The text of a code.
        case code
        /// A short id.
        case id
    }

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
    public struct Step: Hashable, Sendable {
        /// Which question it answers.
        public var question: Question
        /// A stable name, "bag.file-changed".
        public var code: String
        /// How it came out.
        public var outcome: Outcome
        /// The file in the bag that it is about, if one.
        public var file: String?
        /// The page that it is about, 0 for the cover, if one.
        public var page: Int?
        /// Numbers and names behind the outcome; no personal data.
        public var detail: String?

        /// States a step.
        public init(
            _ question: Question,
            _ code: String,
            _ outcome: Outcome,
            file: String? = nil,
            page: Int? = nil,
            detail: String? = nil
        ) {
            self.question = question
            self.code = code
            self.outcome = outcome
            self.file = file
            self.page = page
            self.detail = detail
        }
    }

    /// What was looked at.
    public let subject: Subject
    /// The file or files, as given; empty for texts.
    public let names: [String]
    /// The dossier's id as its manifest or code gives it, if it could be read.
    public internal(set) var id: DossierID?
    /// Whether a signature was among what was looked at, be it good or bad.
    public internal(set) var isSealed = false
    /// What the codes say, in the order found.
    public internal(set) var claims: [CodeClaims] = []
    /// What happened to the case, as the log in an archive tells it, if its chain is whole.
    public internal(set) var history: [LogEntry] = []
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

    init(_ subject: Subject, names: [String] = []) {
        self.subject = subject
        self.names = names
    }

    /// Several codes of one dossier come to the same; it is said once.
    mutating func add(_ step: Step) {
        if !steps.contains(step) { steps.append(step) }
    }

    mutating func add(
        _ question: Question,
        _ code: String,
        _ outcome: Outcome,
        file: String? = nil,
        page: Int? = nil,
        detail: String? = nil
    ) {
        add(Step(question, code, outcome, file: file, page: page, detail: detail))
    }
}
