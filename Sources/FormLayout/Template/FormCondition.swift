/// What must have been answered, and what must not, for a part of a template to be shown.
public struct FormCondition: Hashable, Sendable {
    /// The fields that must all have an answer.
    public var present: [String]
    /// The fields of which none may have one.
    public var absent: [String]

    /// States a condition; without fields it is always met.
    public init(present: [String] = [], absent: [String] = []) {
        self.present = present
        self.absent = absent
    }

    /// Whether it depends on any answer.
    var isEmpty: Bool { present.isEmpty && absent.isEmpty }

    /// The ids of the fields on which it depends.
    public var fields: [String] { present + absent }

    /// Whether the answers meet it.
    func isMet(by answers: FormAnswers) -> Bool {
        func isAnswered(_ id: String) -> Bool { answers[id]?.isEmpty == false }
        return present.allSatisfy(isAnswered) && !absent.contains(where: isAnswered)
    }
}
