import Registration
import Review
import Testing

@Suite struct ApplicabilityTests {
    /// Three questions of which each makes sense after a certain answer to the one before.
    private static let area: Area = {
        var material = Samples.material("a")
        material.condition = .equals("regChanged", .flag(true))
        var area = Samples.area([material])
        area.vocabulary = [
            ProfileKey(key: "level", question: "？", kind: .choice(["执业医师", "助理"])),
            ProfileKey(
                key: "fromAssistant",
                question: "？",
                kind: .flag,
                condition: .equals("level", .text("执业医师"))
            ),
            ProfileKey(
                key: "regChanged",
                question: "？",
                kind: .flag,
                condition: .equals("fromAssistant", .flag(true))
            ),
        ]
        return area
    }()

    @Test(
        arguments: [
            ([:], []), (["level": .text("执业医师")], []),
            (["level": .text("助理")], ["fromAssistant", "regChanged"]),
            (["level": .text("执业医师"), "fromAssistant": .flag(false)], ["regChanged"]),
            (["fromAssistant": .flag(false)], ["regChanged"]),
            (["level": .text("执业医师"), "fromAssistant": .flag(true)], []),
        ] as [([String: ProfileValue], [String])]
    )
    func `What the other answers rule out is marked, through every link`(
        profile: [String: ProfileValue],
        ruledOut: [String]
    ) {
        let completed = Self.area.applying(profile)
        #expect(completed.filter { $0.value == .notApplicable }.keys.sorted() == ruledOut)
        #expect(completed.filter { $0.value != .notApplicable } == profile)
        #expect(Self.area.applying(completed) == completed)
    }

    @Test func `Answers that were given stay, even where they make no sense`() {
        let profile: [String: ProfileValue] = [
            "level": .text("助理"), "fromAssistant": .flag(true),
        ]
        #expect(Self.area.applying(profile) == profile)
    }

    @Test func `The reason given is the answer that ruled the question out`() {
        let requirement = Self.area.requirements(for: ["level": .text("助理")])[0]
        #expect(requirement.need == .notRequired)
        #expect(requirement.because == [ProfileFact(key: "level", value: .text("助理"))])
    }

    @Test func `Whatever is asked of what does not apply, the answer is no`() {
        let profile: [String: ProfileValue] = ["key": .notApplicable]
        #expect(Condition.equals("key", .flag(true)).evaluate(in: profile).truth == .no)
        #expect(Condition.equals("key", .flag(false)).evaluate(in: profile).truth == .no)
        #expect(Condition.not(.equals("key", .flag(true))).evaluate(in: profile).truth == .yes)
        let day = date("2015-09-01")
        #expect(Condition.since(key: "key", day: day).evaluate(in: profile).truth == .no)
        #expect(Condition.someEntry(of: "key", .always).evaluate(in: profile).truth == .no)
        #expect(Condition.everyEntry(of: "key", .always).evaluate(in: profile).truth == .no)
    }
}
