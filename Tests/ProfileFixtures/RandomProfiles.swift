package import Registration
package import Review

/// Random profiles by an area's vocabulary, the same ones for the same seed.
package struct RandomProfiles {
    private let vocabulary: [ProfileKey]
    /// How many of a hundred questions stay open.
    private let openPercent: UInt64
    private var state: UInt64

    package init(_ area: Area, seed: UInt64, openPercent: UInt64 = 30) {
        vocabulary = area.vocabulary
        self.openPercent = openPercent
        state = seed
    }

    /// The next profile.
    package mutating func next() -> [String: ProfileValue] { answers(to: vocabulary) }

    /// An answer to a question, whatever the others are.
    package mutating func answer(to key: ProfileKey) -> ProfileValue {
        switch key.kind {
        case .choice(let words): .text(words[below(words.count)])
        case .flag: .flag(below(2) == 0)
        case .text: .text("某")
        case .date: .date(Self.dates[below(Self.dates.count)])
        case .list(let keys): .list((0..<below(4)).map { _ in answers(to: keys) })
        }
    }

    /// A number from 0 up to, but not including, a limit.
    package mutating func below(_ limit: Int) -> Int { Int(random() % UInt64(limit)) }

    private mutating func answers(to keys: [ProfileKey]) -> [String: ProfileValue] {
        var answers: [String: ProfileValue] = [:]
        for key in keys where random() % 100 >= openPercent { answers[key.key] = answer(to: key) }
        return answers
    }

    /// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Days around the borders of both manuals, exact and vague.
    private static let dates: [PartialDate] = [
        "2014", "2014-12", "2014-12-31", "2015", "2015-01", "2015-01-01", "2015-08", "2015-08-31",
        "2015-09", "2015-09-01", "2016-02-29", "2020-07", "2024",
    ].compactMap { PartialDate($0) }
}
