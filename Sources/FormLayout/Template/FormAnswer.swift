/// The answer to a field of a form.
public enum FormAnswer: Hashable, Sendable {
    /// A text, a number, a date as YYYY-MM-DD or YYYY-MM, or the option chosen.
    case text(String)
    /// The options chosen.
    case texts([String])
    /// Rows, each with its answers by the column's id.
    case rows([[String: String]])

    /// Whether nothing was answered.
    public var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .texts(let texts): texts.isEmpty
        case .rows(let rows): rows.allSatisfy { $0.values.allSatisfy(\.isEmpty) }
        }
    }
}

/// The answers to a form by the ids of its fields; a blank form has none.
public typealias FormAnswers = [String: FormAnswer]
