import Registration
import Review
import Testing

@Suite struct ProfileRuleTests {
    private static let rule = ProfileRule(
        condition: .equals("identity", .text("外籍")),
        demand: .equals("idKind", .text("护照")),
        text: "外籍考生使用护照",
        clause: Samples.clause
    )

    private static let area: Area = {
        var area = Samples.area([])
        area.vocabulary = [
            ProfileKey(key: "idKind", question: "？", kind: .choice(["身份证", "护照"])),
            ProfileKey(key: "identity", question: "？", kind: .choice(["大陆居民", "外籍"])),
            ProfileKey(key: "level", question: "？", kind: .choice(["执业医师", "助理"])),
            ProfileKey(
                key: "fromAssistant",
                question: "？",
                kind: .flag,
                condition: .equals("level", .text("执业医师"))
            ),
        ]
        area.profileRules = [rule]
        return area
    }()

    @Test(arguments: [
        (["identity": ProfileValue.text("外籍"), "idKind": .text("身份证")], true),
        (["identity": .text("外籍"), "idKind": .text("护照")], false),
        (["identity": .text("大陆居民"), "idKind": .text("身份证")], false),
        (["identity": .text("大陆居民"), "idKind": .text("护照")], false),
        (["identity": .text("外籍")], false), (["idKind": .text("身份证")], false), ([:], false),
    ])
    func `Only those whom a rule concerns can contradict it, once both answers are known`(
        profile: [String: ProfileValue],
        isFound: Bool
    ) {
        let expected = Finding(
            .profileInconsistent,
            .error,
            measured: "idKind = 身份证",
            limit: "外籍考生使用护照",
            clause: Samples.clause
        )
        #expect(Self.area.contradictions(in: profile) == (isFound ? [expected] : []))
        #expect(
            CandidateReview(area: Self.area, profile: profile).findings(for: [:])
                == (isFound ? [expected] : [])
        )
    }

    @Test func `A demand of what does not apply is not met`() {
        var area = Self.area
        area.profileRules = [
            ProfileRule(
                condition: .always,
                demand: .equals("fromAssistant", .flag(true)),
                text: "须为执业助理医师",
                clause: Samples.clause
            )
        ]
        let findings = area.contradictions(in: ["level": .text("助理")])
        #expect(findings.map(\.measured) == ["fromAssistant = 不适用"])
        #expect(area.contradictions(in: ["level": .text("执业医师")]) == [])
    }

    @Test(
        arguments: [
            (.text("执业医师"), true, nil), (.text("助理"), false, nil), (nil, true, nil),
            (.text("助理"), true, "fromAssistant = 是 | level = 助理"),
        ] as [(ProfileValue?, Bool, String?)]
    )
    func `A yes to a question that the other answers rule out is a contradiction`(
        level: ProfileValue?,
        flag: Bool,
        expected: String?
    ) {
        var profile: [String: ProfileValue] = ["fromAssistant": .flag(flag)]
        profile["level"] = level
        let findings = CandidateReview(area: Self.area, profile: profile).findings(for: [:])
        #expect(
            findings.map { "\($0.measured ?? "") | \($0.limit ?? "")" }
                == [expected].compactMap(\.self)
        )
        #expect(findings.allSatisfy { $0.code == .profileNotApplicable && $0.severity == .warning })
    }

    @Test func `An answer that means nothing of the kind contradicts nothing`() {
        var area = Samples.area([])
        var state = ProfileKey(
            key: "state",
            question: "？",
            kind: .choice(["无", "在读"]),
            condition: .equals("graduate", .flag(true))
        )
        state.noneValue = "无"
        area.vocabulary = [ProfileKey(key: "graduate", question: "？", kind: .flag), state]
        let counts = ["无", "在读"].map { word in
            CandidateReview(area: area, profile: ["graduate": .flag(false), "state": .text(word)])
                .findings(for: [:]).count
        }
        #expect(counts == [0, 1])
    }

    @Test(arguments: [
        ("2025-01-01", "2025-12-31", false), ("2025-01-01", "2025-01-01", false),
        ("2025-01-02", "2025-01-01", true), ("2025-02", "2025-01-31", true),
        ("2025-02", "2025-02-01", false), ("2025", "2024", true), ("2025-12", "2025", false),
    ])
    func `An entry of a list must not end before it begins`(from: String, to: String, isFound: Bool)
    {
        var area = Samples.area([])
        let dates = ["from", "to"].map { ProfileKey(key: $0, question: "？", kind: .date) }
        area.vocabulary = [ProfileKey(key: "units", question: "？", kind: .list(dates))]
        let entry: [String: ProfileValue] = ["from": .date(date(from)), "to": .date(date(to))]
        let findings = CandidateReview(area: area, profile: ["units": .list([[:], entry])])
            .findings(for: [:])
        #expect(
            findings
                == (isFound
                    ? [
                        Finding(
                            .profileDatesReversed,
                            .error,
                            measured: "units[2].to = \(to)",
                            limit: "≥ \(from)"
                        )
                    ] : [])
        )
    }
}
