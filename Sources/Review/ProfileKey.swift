public import Registration

/// One circumstance that an area's rules ask about.
public struct ProfileKey: Hashable, Sendable {
    /// What answers are possible.
    public indirect enum Kind: Hashable, Sendable {
        /// One of some words.
        case choice([String])
        /// Yes or no.
        case flag
        /// A date of which the day, or month and day, may be left out.
        case date
        /// Any words.
        case text
        /// Groups of answers, such as the practice units.
        case list([ProfileKey])
    }

    /// The key in `candidate.yaml`, "graduate.state".
    public var key: String
    /// A few words for it in Chinese, 报考级别; the question itself where the area gives none.
    public var label: String
    /// The question in Chinese.
    public var question: String
    /// The question in English.
    public var englishQuestion: String?
    /// What answers are possible.
    public var kind: Kind
    /// When the question makes sense.
    public var condition: Condition
    /// The answer that means "nothing of the kind", 无; nil where there is none.
    public var noneValue: String?
    /// Whether only forms are filled from it, so that no rule need ask about it.
    public var isForForms: Bool

    /// States a circumstance.
    public init(
        key: String,
        question: String,
        englishQuestion: String? = nil,
        kind: Kind,
        condition: Condition = .always
    ) {
        self.key = key
        label = question
        self.question = question
        self.englishQuestion = englishQuestion
        self.kind = kind
        self.condition = condition
        isForForms = false
    }

    /// Whether an answer means "nothing of the kind".
    func isNone(_ value: ProfileValue) -> Bool { noneValue.map { .text($0) == value } ?? false }

    /// Reads an answer as a person types it; nil if it is not one of the possible ones.
    ///
    /// Flags are true, false, yes, no, y, n, 是 and 否. A list cannot be answered in one line.
    public func value(from answer: String) -> ProfileValue? {
        switch kind {
        case .choice(let values): values.contains(answer) ? .text(answer) : nil
        case .flag: Self.flag(from: answer).map(ProfileValue.flag)
        case .date: PartialDate(answer).map(ProfileValue.date)
        case .text: answer.isEmpty ? nil : .text(answer)
        case .list: nil
        }
    }

    /// The possible answers, ready to print.
    public var answers: String {
        switch kind {
        case .choice(let values): values.joined(separator: ", ")
        case .flag: "true, false"
        case .date: "YYYY-MM-DD, YYYY-MM, YYYY"
        case .text: "text"
        case .list(let keys): "list of { \(keys.map(\.key).joined(separator: ", ")) }"
        }
    }

    private static func flag(from answer: String) -> Bool? {
        switch answer.lowercased() {
        case "true", "yes", "y", "是": true
        case "false", "no", "n", "否": false
        default: nil
        }
    }
}
