import Registration
import Review
import Testing

@Suite struct ConditionOutcomesTests {
    private static let grades = ["三级甲等医院", "其他"]

    private static let vocabulary = [
        ProfileKey(key: "level", question: "？", kind: .choice(["执业医师", "助理"])),
        ProfileKey(
            key: "fromAssistant",
            question: "？",
            kind: .flag,
            condition: .equals("level", .text("执业医师"))
        ),
        ProfileKey(key: "upgradeDate", question: "？", kind: .date),
        ProfileKey(key: "remark", question: "？", kind: .text),
        ProfileKey(
            key: "units",
            question: "？",
            kind: .list([
                ProfileKey(key: "grade", question: "？", kind: .choice(grades)),
                ProfileKey(key: "from", question: "？", kind: .date),
            ])
        ),
    ]

    private static let assistant = Condition.equals("fromAssistant", .flag(true))

    private static func since(_ text: String) -> Condition {
        .since(key: "upgradeDate", day: date(text))
    }

    private static func before(_ text: String) -> Condition {
        .before(key: "upgradeDate", day: date(text))
    }

    private static func grade(_ words: [String]) -> Condition {
        .isOneOf(key: "grade", values: words.map(ProfileValue.text))
    }

    @Test(
        arguments: [
            (.always, true, false), (.not(.always), false, true), (assistant, true, true),
            // Who is no physician candidate is asked no further: the answer counts as a no.
            (.all([assistant, .equals("level", .text("助理"))]), false, true),
            (.any([assistant, .equals("fromAssistant", .flag(false))]), true, true),
            (.any([assistant, .not(assistant)]), true, false),
            (.all([.not(assistant), .equals("level", .text("助理"))]), true, true),
            (
                .isOneOf(key: "level", values: [.text("执业医师"), .text("助理")]), true, false
            ),
            (.equals("level", .text("无此级别")), false, true),
        ] as [(Condition, Bool, Bool)]
    )
    func `All words and flags are tried, of those questions that make sense`(
        condition: Condition,
        canHold: Bool,
        canFail: Bool
    ) throws {
        let outcomes = try #require(
            ConditionOutcomes(of: condition, vocabulary: Self.vocabulary)
        )
        #expect(outcomes.canHold == canHold)
        #expect(outcomes.canFail == canFail)
    }

    @Test(
        arguments: [
            (since("2015-09-01"), true, true), (before("2015-09-01"), true, true),
            (.all([since("2015-09-01"), before("2015-09-01")]), false, true),
            (.any([since("2015-09-01"), before("2015-09-01")]), true, false),
            (.all([since("2015-09-01"), before("2015-09-02")]), true, true),
            (.all([since("2015-09-02"), before("2015-09-01")]), false, true),
            (.any([since("2015-09-02"), before("2015-09-01")]), true, true),
            (.any([since("2015-03-01"), before("2015-03-01")]), true, false),
        ] as [(Condition, Bool, Bool)]
    )
    func `Of dates both sides of every border are tried`(
        condition: Condition,
        canHold: Bool,
        canFail: Bool
    ) throws {
        let outcomes = try #require(
            ConditionOutcomes(of: condition, vocabulary: Self.vocabulary)
        )
        #expect(outcomes.canHold == canHold)
        #expect(outcomes.canFail == canFail)
    }

    @Test(
        arguments: [
            (.someEntry(of: "units", .always), true, true),
            (.everyEntry(of: "units", .always), true, false),
            (.someEntry(of: "units", grade(grades)), true, true),
            (.everyEntry(of: "units", grade(grades)), true, false),
            // Only an empty list, and only a list of two, meet these.
            (
                .all([
                    .everyEntry(of: "units", grade(["其他"])),
                    .everyEntry(of: "units", grade(["三级甲等医院"])),
                ]), true, true
            ),
            (
                .all([
                    .someEntry(of: "units", grade(["其他"])),
                    .someEntry(of: "units", grade(["三级甲等医院"])),
                ]), true, true
            ),
            (
                .all([
                    .someEntry(of: "units", grade(["其他"])),
                    .everyEntry(of: "units", grade(["三级甲等医院"])),
                ]), false, true
            ),
            (
                .someEntry(
                    of: "units",
                    .all([
                        .since(key: "from", day: date("2025-02-01")),
                        .before(key: "from", day: date("2025-02-01")),
                    ])
                ), false, true
            ),
        ] as [(Condition, Bool, Bool)]
    )
    func `Lists are tried empty, with one entry and with two`(
        condition: Condition,
        canHold: Bool,
        canFail: Bool
    ) throws {
        let outcomes = try #require(
            ConditionOutcomes(of: condition, vocabulary: Self.vocabulary)
        )
        #expect(outcomes.canHold == canHold)
        #expect(outcomes.canFail == canFail)
    }

    @Test(arguments: [(18, true), (19, false)])
    func `Too many profiles are not tried`(flags: Int, isTried: Bool) {
        let keys = (0..<flags).map { ProfileKey(key: "f\($0)", question: "？", kind: .flag) }
        let condition = Condition.all(keys.map { .equals($0.key, .flag(true)) })
        // 2^18 is 262,144, below 300,000.
        #expect((ConditionOutcomes(of: condition, vocabulary: keys) != nil) == isTried)
    }

    @Test func `Keys that do not matter are not tried`() {
        let keys = (0..<100).map { ProfileKey(key: "f\($0)", question: "？", kind: .flag) }
        let outcomes = ConditionOutcomes(of: .equals("f0", .flag(true)), vocabulary: keys)
        #expect(outcomes?.canHold == true && outcomes?.canFail == true)
    }
}
