/// Follows the labels of pages: plain numbers are counted by the viewer, others stand word for word.
struct LabelCounting {
    /// What is said of a page and of those after it.
    enum Change {
        case number(Int)
        case words(String)
    }

    private var counted: Int?

    /// What is to be said of the next page; nil if its label follows from the one before.
    mutating func change(to label: String) -> Change? {
        let number = Int(label).flatMap { $0 > 0 && "\($0)" == label ? $0 : nil }
        let follows = number != nil && number == counted.map { $0 + 1 }
        counted = number
        guard !follows else { return nil }
        return number.map { .number($0) } ?? .words(label)
    }
}
