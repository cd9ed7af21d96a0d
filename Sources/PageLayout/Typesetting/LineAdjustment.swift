/// The spaces of one line, made smaller or larger until the line has its width (CLREQ 3.5).
struct LineAdjustment {
    /// What is added after each atom that is seen, but for the last.
    private(set) var spaces: [Double]
    /// The width of what is seen, without a hanging mark.
    private(set) var width: Double

    private let joints: [Joint]

    /// Fits a line to a measure; a line that is too short stays so unless it stretches.
    init(
        _ text: AtomText,
        _ metrics: LineMetrics,
        _ span: LineSpan,
        to measure: Double,
        stretches: Bool
    ) {
        var end = span.inkEnd
        width = metrics.width(span.start, end)
        spaces = text.joints[span.start..<max(span.start, end - 1)].map(\.space)
        let limit = measure + Typesetter.tolerance
        if width > limit, metrics.natural(span.start, end, within: limit) < width {
            end -= 1
            width = metrics.width(span.start, end)
        }
        var joints = Array(text.joints[span.start..<max(span.start, end - 1)])
        let trim = metrics.endTrim(span.start, end)
        if trim > 0 {
            joints[joints.count - 1].shrink -= trim
            spaces[joints.count - 1] -= trim
        }
        self.joints = joints
        if width > measure {
            shrink(by: width - measure)
        } else if stretches {
            stretch(by: measure - width)
        }
    }

    private mutating func shrink(by need: Double) {
        var need = need
        for give in Joint.Give.allCases where need > 0 {
            let total = joints.reduce(0) { $0 + ($1.give == give ? $1.shrink : 0) }
            guard total > 0 else { continue }
            let share = min(1, need / total)
            for (index, joint) in joints.enumerated() where joint.give == give {
                spaces[index] -= joint.shrink * share
            }
            width -= total * share
            need -= total * share
        }
    }

    private mutating func stretch(by need: Double) {
        var need = need
        for give in [Joint.Give.wordSpace, .gap] where need > 0 {
            let total = joints.reduce(0) { $0 + ($1.give == give ? $1.stretch : 0) }
            guard total > 0 else { continue }
            let share = min(1, need / total)
            for (index, joint) in joints.enumerated() where joint.give == give {
                spaces[index] += joint.stretch * share
            }
            width += total * share
            need -= total * share
        }
        guard need > 0 else { return }
        if spread(need, where: \.isOpen) { return }
        if spread(need, where: { $0.give == .wordSpace || $0.give == .gap }) { return }
        _ = spread(need, where: \.isElastic)
    }

    /// Adds the same to all joints of a kind; false if there are none.
    private mutating func spread(_ need: Double, where isChosen: (Joint) -> Bool) -> Bool {
        let count = joints.count(where: isChosen)
        guard count > 0 else { return false }
        for (index, joint) in joints.enumerated() where isChosen(joint) {
            spaces[index] += need / Double(count)
        }
        width += need
        return true
    }
}
