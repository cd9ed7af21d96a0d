import Registration
import Review
import Testing

@Suite struct ConditionTests {
    /// A condition on the flag `key`, and the profile that makes it come to a truth.
    private static func profile(_ truths: [String: Truth]) -> [String: ProfileValue] {
        truths.compactMapValues { truth in
            switch truth {
            case .yes: .flag(true)
            case .no: .flag(false)
            case .unknown: nil
            }
        }
    }

    // Kleene's strong tables: Introduction to Metamathematics, §64.
    @Test(arguments: [
        (Truth.yes, Truth.yes, Truth.yes, Truth.yes), (.yes, .no, .no, .yes),
        (.yes, .unknown, .unknown, .yes), (.no, .yes, .no, .yes), (.no, .no, .no, .no),
        (.no, .unknown, .no, .unknown), (.unknown, .yes, .unknown, .yes),
        (.unknown, .no, .no, .unknown), (.unknown, .unknown, .unknown, .unknown),
    ])
    func `And and or follow Kleene's tables`(
        left: Truth,
        right: Truth,
        and: Truth,
        or: Truth
    ) {
        let parts: [Condition] = [.equals("left", .flag(true)), .equals("right", .flag(true))]
        let profile = Self.profile(["left": left, "right": right])
        #expect(Condition.all(parts).evaluate(in: profile).truth == and)
        #expect(Condition.any(parts).evaluate(in: profile).truth == or)
    }

    @Test(arguments: [(Truth.yes, Truth.no), (.no, .yes), (.unknown, .unknown)])
    func `Not turns yes and no and leaves unknown`(part: Truth, negated: Truth) {
        let condition = Condition.not(.equals("key", .flag(true)))
        #expect(condition.evaluate(in: Self.profile(["key": part])).truth == negated)
    }

    @Test func `Always holds for everybody and for no reason`() {
        #expect(Condition.always.evaluate(in: [:]) == Evaluation(.yes))
    }

    @Test(arguments: [("本科", Truth.yes), ("硕士研究生", .yes), ("专科", .no)])
    func `Membership asks for one of the values`(value: String, truth: Truth) {
        let condition = Condition.isOneOf(
            key: "education",
            values: [.text("本科"), .text("硕士研究生")]
        )
        #expect(condition.evaluate(in: ["education": .text(value)]).truth == truth)
    }

    @Test(arguments: [
        ("2015-08-31", Truth.no), ("2015-09-01", .yes), ("2015-09-02", .yes), ("2015-08", .no),
        ("2015-09", .yes), ("2014", .no), ("2015", .unknown), ("2016", .yes),
    ])
    func `Since includes its day and cannot tell for a date that straddles it`(
        text: String,
        truth: Truth
    ) {
        let profile = ["upgradeDate": ProfileValue.date(date(text))]
        let since = Condition.since(key: "upgradeDate", day: date("2015-09-01"))
        #expect(since.evaluate(in: profile).truth == truth)
        let before = Condition.before(key: "upgradeDate", day: date("2015-09-01"))
        #expect(before.evaluate(in: profile).truth == truth.negated)
    }

    @Test func `A border in the middle of a month makes the month straddle it`() {
        let since = Condition.since(key: "d", day: date("2015-09-02"))
        let evaluation = since.evaluate(in: ["d": .date(date("2015-09"))])
        #expect(evaluation.truth == .unknown)
        #expect(evaluation.missing.map(\.description) == ["d"])
    }

    @Test func `A value of a kind that cannot be compared counts as missing`() {
        let since = Condition.since(key: "d", day: date("2015-09-01"))
        #expect(since.evaluate(in: ["d": .text("去年")]).missing.map(\.description) == ["d"])
        let some = Condition.someEntry(of: "units", .always)
        #expect(some.evaluate(in: ["units": .flag(true)]).missing.map(\.description) == ["units"])
    }

    @Test(
        arguments: [
            ([], Truth.no, Truth.yes), (["其他"], .yes, .yes), (["三级甲等医院"], .no, .no),
            (["三级甲等医院", "其他"], .yes, .no), ([nil], .unknown, .unknown),
            (["其他", nil], .yes, .unknown), (["三级甲等医院", nil], .unknown, .no),
        ] as [([String?], Truth, Truth)]
    )
    func `Some and every look at each entry of a list`(
        grades: [String?],
        some: Truth,
        every: Truth
    ) {
        let units = grades.map { grade in
            grade.map { ["grade": ProfileValue.text($0)] } ?? [:]
        }
        let part = Condition.equals("grade", .text("其他"))
        let profile = ["units": ProfileValue.list(units)]
        #expect(Condition.someEntry(of: "units", part).evaluate(in: profile).truth == some)
        #expect(Condition.everyEntry(of: "units", part).evaluate(in: profile).truth == every)
    }

    @Test func `A missing list is named, and inside a list the entry, counted from one`() {
        let some = Condition.someEntry(of: "units", .equals("grade", .text("其他")))
        #expect(some.evaluate(in: [:]).missing.map(\.description) == ["units"])
        let units = ProfileValue.list([["grade": .text("疾控中心")], [:]])
        #expect(
            some.evaluate(in: ["units": units]).missing.map(\.description) == ["units[2].grade"]
        )
    }

    @Test func `The facts named are those that decided`() {
        let condition = Condition.all([
            .equals("level", .text("执业医师")), .equals("upgraded", .flag(true)),
        ])
        let yes: [String: ProfileValue] = ["level": .text("执业医师"), "upgraded": .flag(true)]
        #expect(condition.evaluate(in: yes).facts.map(\.path.key) == ["level", "upgraded"])
        let no: [String: ProfileValue] = ["level": .text("执业医师"), "upgraded": .flag(false)]
        #expect(
            condition.evaluate(in: no)
                == Evaluation(.no, facts: [ProfileFact(key: "upgraded", value: .flag(false))])
        )
        #expect(
            condition.evaluate(in: ["level": .text("执业医师")]).missing.map(\.description) == [
                "upgraded"
            ]
        )
    }
}
