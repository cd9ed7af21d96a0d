import Registration
import Review
import Testing

@Suite struct OpenQuestionTests {
    private static let area: Area = {
        var registration = Samples.material("a")
        registration.condition = .equals("regChanged", .flag(true))
        var practice = Samples.material("b")
        practice.condition = .equals("fromAssistant", .flag(false))
        practice.count = CountRule([
            .init(
                minimum: 1,
                multiplier: .init(list: "units", condition: .equals("grade", .text("其他")))
            )
        ])
        var identity = Samples.material("c")
        identity.count = CountRule([
            .init(condition: .equals("idKind", .text("护照")), minimum: 1), .init(minimum: 2),
        ])
        var area = Samples.area([registration, practice, identity])
        area.vocabulary = [
            ProfileKey(key: "idKind", question: "？", kind: .choice(["身份证", "护照"])),
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
            ProfileKey(
                key: "units",
                question: "？",
                kind: .list([
                    ProfileKey(key: "name", question: "？", kind: .text),
                    ProfileKey(key: "grade", question: "？", kind: .choice(["三甲", "其他"])),
                ])
            ),
            ProfileKey(key: "unused", question: "？", kind: .flag),
        ]
        return area
    }()

    private func open(_ profile: [String: ProfileValue]) -> [String] {
        Self.area.openQuestions(for: profile).map {
            "\($0.path): \($0.materials.joined(separator: ", "))"
        }
    }

    private static let passport: [String: ProfileValue] = ["idKind": .text("护照")]

    @Test func `What others hang on is asked first, and what no rule waits for never`() {
        #expect(open([:]) == ["idKind: c", "level: a, b"])
    }

    @Test(
        arguments: [
            (["level": .text("执业医师")], ["fromAssistant: a, b"]),
            (["level": .text("助理")], []),
            (["level": .text("执业医师"), "fromAssistant": .flag(true)], ["regChanged: a"]),
            (["level": .text("执业医师"), "fromAssistant": .flag(false)], ["units: b"]),
            (
                [
                    "level": .text("执业医师"), "fromAssistant": .flag(false),
                    "units": .list([["grade": .text("其他")], [:], ["name": .text("某院")]]),
                ],
                ["units[2].grade: b", "units[3].grade: b"]
            ),
            (
                [
                    "level": .text("执业医师"), "fromAssistant": .flag(true),
                    "regChanged": .flag(false),
                ],
                []
            ),
        ] as [([String: ProfileValue], [String])]
    )
    func `Each answer opens only the questions that follow from it`(
        answers: [String: ProfileValue],
        expected: [String]
    ) {
        #expect(open(answers.merging(Self.passport) { $1 }) == expected)
    }

    @Test func `Asking the first question again and again ends with nothing unknown`() throws {
        for word in 0...1 {
            var profile: [String: ProfileValue] = [:]
            var asked: [String] = []
            while let question = Self.area.openQuestions(for: profile).first {
                asked.append(question.key.key)
                try #require(asked.count <= Self.area.vocabulary.count)
                profile[question.key.key] = Self.answer(question.key, word)
            }
            let undecided = Self.area.requirements(for: profile).filter { requirement in
                if case .cannotTell = requirement.need { return true }
                return !requirement.countMissing.isEmpty
            }
            #expect(undecided.isEmpty)
            #expect(
                asked
                    == [
                        ["idKind", "level", "fromAssistant", "regChanged"],
                        ["idKind", "level"],
                    ][word]
            )
        }
    }

    private static func answer(_ key: ProfileKey, _ word: Int) -> ProfileValue {
        switch key.kind {
        case .choice(let words): .text(words[word])
        case .flag: .flag(word == 0)
        case .date: .date(date("2025-01-01"))
        case .text: .text("某")
        case .list: .list([])
        }
    }

    @Test func `A question is found by its place, inside lists too`() {
        let entry = ProfilePath.Entry(list: "units", number: 7)
        #expect(Self.area.question(at: ProfilePath("level"))?.key == "level")
        #expect(Self.area.question(at: ProfilePath("grade", in: entry))?.key == "grade")
        #expect(Self.area.question(at: ProfilePath("grade")) == nil)
        #expect(
            Self.area.question(at: ProfilePath("grade", in: .init(list: "level", number: 1)))
                == nil
        )
    }
}
