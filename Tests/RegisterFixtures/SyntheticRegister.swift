package import CaseRegister
import Registration

/// A register in the middle of a season: cases in every state, decided by twenty reviewers.
package struct SyntheticRegister {
    package static let reviewers = (1...20).map { "审核员\($0)" }

    /// Fills an empty register.
    package static func fill(
        _ register: CaseRegister,
        cases: Int,
        manifestSize: Int
    ) throws {
        for first in stride(from: 0, to: cases, by: 1_000) {
            try register.inOneTransaction { transaction in
                for number in first..<min(first + 1_000, cases) {
                    try live(number, manifestSize: manifestSize, in: transaction)
                }
            }
        }
    }

    /// Lets one case go some way: of ten, four wait, three were returned, of which one came again,
    /// two are accepted, and of a hundred, four are rejected and two withdrawn.
    private static func live(
        _ number: Int,
        manifestSize: Int,
        in transaction: RegisterTransaction
    ) throws {
        var chance = SplitMix(seed: UInt64(number))
        var one = SyntheticCase(number, manifestSize: manifestSize)
        let time = SyntheticCase.opening + Int64(chance.below(40 * 86_400))
        one.submit(at: time)
        let fate = chance.below(100)
        if fate >= 98 { one.happen(.candidate, time + 60, .withdrawn) }
        _ = try transaction.add(one.submission(), at: time + 3_600)
        guard (40..<98).contains(fate) else { return }
        let decided = time + 3_600 + Int64(chance.below(5 * 86_400))
        let action = action(fate, one, &chance)
        try decide(action, &one, at: decided, &chance, in: transaction)
        if fate < 55, case .returned(_, let items) = action {
            one.replace(items, at: decided + 86_400)
            _ = try transaction.add(one.submission(), at: decided + 90_000)
        }
    }

    private static func action(
        _ fate: Int,
        _ one: SyntheticCase,
        _ chance: inout SplitMix
    ) -> CaseEvent.Action {
        switch fate {
        case ..<74: .returned(revision: 1, items: SyntheticCase.items(of: one.pictures, &chance))
        case ..<94: .accepted(revision: 1)
        default: .rejected(revision: 1, reason: "ineligible", note: "")
        }
    }

    private static func decide(
        _ action: CaseEvent.Action,
        _ one: inout SyntheticCase,
        at time: Int64,
        _ chance: inout SplitMix,
        in transaction: RegisterTransaction
    ) throws {
        let version = one.log.count
        _ = try transaction.record(
            one.happen(SyntheticCase.office, time, action),
            of: one.caseID,
            expecting: version,
            reviewer: reviewers[chance.below(reviewers.count)],
            at: time
        )
    }
}
