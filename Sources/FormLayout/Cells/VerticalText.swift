import PageLayout

/// A label that runs down, one character under the other.
struct VerticalText: CellContent {
    let text: String
    let style: TextStyle
    let measure: any TextMeasuring

    /// The distance from one character to the next, in ems: at least, and at most where there is room.
    private static let leading = 1.15...1.7

    func height(width: Double) -> Double {
        Double(text.count) * style.em * Self.leading.lowerBound
    }

    func marks(in box: Box) -> [Mark] {
        guard !text.isEmpty else { return [] }
        let em = style.em
        let room = box.height / Double(text.count)
        let step = min(max(room, em * Self.leading.lowerBound), em * Self.leading.upperBound)
        var baseline = box.middle - step * Double(text.count) / 2 + (step - em) / 2 + em * 0.88
        return text.map { character in
            let word = String(character)
            let width = measure.width(of: word, in: style)
            defer { baseline += step }
            return .text(word, at: Point(box.centre - width / 2, baseline), style)
        }
    }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }
}
