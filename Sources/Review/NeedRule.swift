import Registration

/// The part of a material's rule that says who must hand it in and how many pictures.
///
/// A material's rule is large, and all of them are asked for every candidate: an area keeps these
/// small parts beside them, so that nothing large is copied to find out who needs what.
struct NeedRule: Hashable {
    /// Who must hand it in, replacements taken into account; nil where it is never required.
    private let condition: Condition?
    private let count: CountRule
    private let notes: [MaterialRule.Note]

    init(_ material: MaterialRule) {
        count = material.count
        notes = material.notes
        guard !material.isOptional else {
            condition = nil
            return
        }
        guard let replacement = material.replacement else {
            condition = material.condition
            return
        }
        let stays = Condition.not(replacement.condition)
        condition = material.condition == .always ? stays : .all([material.condition, stays])
    }

    /// Whether a candidate must hand it in, and why.
    func evaluation(in profile: [String: ProfileValue]) -> Evaluation {
        condition?.evaluate(in: profile) ?? Evaluation(.no)
    }

    /// The numbers of pictures, for those who must.
    func range(in profile: [String: ProfileValue]) -> CountRange { count.range(in: profile) }

    /// The hints that concern a candidate, or may.
    func notes(for profile: [String: ProfileValue]) -> [String] {
        var texts: [String] = []
        for note in notes where note.condition.truth(in: profile) != .no {
            texts.append(note.text)
        }
        return texts
    }
}
