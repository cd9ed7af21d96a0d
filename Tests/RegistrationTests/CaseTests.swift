import Registration
import Testing

@Suite struct CaseTests {
    static let three = ["id": [1, 2], "diploma": [3]]
    static let image = CaseRules(lockScope: .image)
    static let dossier = CaseRules(lockScope: .dossier)

    private func code(
        of event: CaseEvent,
        after story: [CaseEvent],
        rules: CaseRules = Self.image
    ) throws -> String {
        var subject = try Case.replay(story, rules: rules)
        let before = subject
        do throws(CaseRefusal) {
            try subject.apply(event)
            return "accepted"
        } catch {
            #expect(subject == before, "what is refused changes nothing")
            #expect(error.state == before.state)
            #expect(error.event == event)
            return error.code.rawValue
        }
    }

    @Test func `What is locked cannot be changed, and each change is named`() throws {
        let story = [
            try CaseStory.submitted(1, Self.three),
            CaseStory.by(.site, .returned(revision: 1, items: [CaseStory.asked("id", 2)])),
        ]
        let subject = try Case.replay(story, rules: Self.image)
        let present = try CaseStory.pictures(["id": [9, 8, 7], "photo": [5]])
        let violations = subject.violations(by: present, on: nil)
        #expect(
            Set(violations) == [
                CaseViolation(.missing, material: "diploma", place: 1),
                CaseViolation(.changed, material: "id", place: 1),
                CaseViolation(.added, material: "id", place: 3),
                CaseViolation(.added, material: "photo", place: 1),
            ]
        )
        let mended = try CaseStory.pictures(["id": [1, 8], "diploma": [3]])
        #expect(subject.violations(by: mended, on: nil).isEmpty)
        #expect(subject.unanswered(by: mended).isEmpty)
        let same = try CaseStory.pictures(Self.three)
        #expect(
            subject.unanswered(by: same) == [
                CaseViolation(.unanswered, material: "id", place: 2)
            ]
        )
    }

    @Test(arguments: [
        // The same again; the picture asked for among others; back in another place.
        (["id": [1, 2], "diploma": [3]], "case.unanswered"),
        (["id": [2, 1], "diploma": [3]], "case.unanswered"),
        (["id": [1, 9, 2], "diploma": [3]], "case.unanswered"),
        (["id": [1, 9], "diploma": [3]], "accepted"),
        (["id": [1], "diploma": [3]], "accepted"),
        (["id": [7, 8, 9], "photo": [4]], "accepted"),
    ])
    func `Where a return unlocks all, what was asked for must still be replaced`(
        numbers: [String: [Int]],
        expected: String
    ) throws {
        let story = [
            try CaseStory.submitted(1, Self.three),
            CaseStory.by(.site, .returned(revision: 1, items: [CaseStory.asked("id", 2)])),
        ]
        let event = try CaseStory.submitted(2, numbers)
        #expect(try code(of: event, after: story, rules: Self.dossier) == expected)
    }

    @Test(arguments: [
        (["id": [1, 2], "diploma": [3]], "case.unanswered"),
        (["id": [1], "diploma": [3]], "accepted"),
        (["id": [2, 1], "diploma": [3]], "accepted"),
        (["id": [1, 2, 4], "diploma": [3]], "accepted"),
        (["id": [1, 2, 4], "diploma": [5]], "case.locked-changed"),
        (["id": [1, 2, 4]], "case.locked-changed"),
        (["diploma": [3]], "accepted"),
    ])
    func `Of a material that is asked for as a whole, pages come and go`(
        numbers: [String: [Int]],
        expected: String
    ) throws {
        let story = [
            try CaseStory.submitted(1, Self.three),
            CaseStory.by(.site, .returned(revision: 1, items: [CaseStory.asked("id", nil)])),
        ]
        #expect(try code(of: CaseStory.submitted(2, numbers), after: story) == expected)
    }

    @Test func `Taking back does not answer what an office asked for`() throws {
        var story = [
            try CaseStory.submitted(1, Self.three),
            CaseStory.by(.site, .returned(revision: 1, items: [CaseStory.asked("id", 2)])),
            CaseStory.candidate(.withdrawn),
        ]
        let again = try CaseStory.submitted(2, Self.three)
        #expect(try code(of: again, after: story) == "case.unanswered")
        story.append(CaseStory.candidate(.profileChanged(try CaseStory.hash(1001))))
        let mended = try CaseStory.submitted(2, ["id": [1, 8]], profile: 1001)
        #expect(try code(of: mended, after: story) == "accepted")
    }

    @Test func `A decision on a superseded revision is refused`() throws {
        let story = [
            try CaseStory.submitted(1, Self.three),
            CaseStory.candidate(.withdrawn),
            try CaseStory.submitted(2, Self.three),
        ]
        for revision in [0, 1, 3] {
            let event = CaseStory.by(.site, .accepted(revision: revision))
            #expect(try code(of: event, after: story) == "case.wrong-revision")
        }
        let event = CaseStory.by(.site, .accepted(revision: 2))
        #expect(try code(of: event, after: story) == "accepted")
    }

    @Test func `Returns that make no sense are refused`() throws {
        let story = [try CaseStory.submitted(1, Self.three)]
        let returns: [([ReturnedItem], String)] = [
            ([], "case.nothing-asked"),
            ([CaseStory.asked("id", 3)], "case.unknown-picture"),
            ([CaseStory.asked("photo", 1)], "case.unknown-picture"),
            ([CaseStory.asked("", nil)], "case.unknown-picture"),
            ([CaseStory.asked("id", 1), CaseStory.asked("id", 1)], "case.asked-twice"),
            ([CaseStory.asked("id", 1), CaseStory.asked("id", nil)], "case.asked-twice"),
            ([ReturnedItem(material: "id", place: 1, reason: "")], "case.no-reason"),
            ([CaseStory.asked("photo", nil), CaseStory.asked("id", 1)], "accepted"),
        ]
        for (items, expected) in returns {
            let event = CaseStory.by(.site, .returned(revision: 1, items: items))
            #expect(try code(of: event, after: story) == expected)
        }
    }

    @Test func `Submissions that make no sense are refused`() throws {
        let hash = try CaseStory.hash(1)
        func submission(
            _ pictures: [SubmittedPicture],
            supersedes: String? = nil
        ) -> CaseEvent {
            CaseStory.candidate(
                .submitted(
                    revision: 1,
                    profile: hash,
                    pictures: pictures,
                    supersedes: supersedes
                )
            )
        }
        let second = SubmittedPicture(material: "id", place: 2, hash: hash)
        let first = SubmittedPicture(material: "id", place: 1, hash: hash)
        #expect(try code(of: submission([]), after: []) == "case.no-pictures")
        #expect(try code(of: submission([second]), after: []) == "case.bad-places")
        #expect(try code(of: submission([first, first]), after: []) == "case.bad-places")
        let named = submission([first], supersedes: "0123456789ABCD")
        #expect(try code(of: named, after: []) == "case.wrong-supersedes")
        #expect(try code(of: submission([second, first]), after: []) == "accepted")
    }

    @Test
    func `Who does not act on a case in time has failed, and who waits for an office has not`()
        throws
    {
        let rules = CaseRules(lockScope: .image, lastDay: 20_510, takesLateReplacements: false)
        var subject = Case(rules: rules)
        #expect(!subject.hasFailed(on: 20_510))
        #expect(subject.hasFailed(on: 20_511))
        try subject.apply(CaseStory.submitted(1, Self.three, day: 10))
        #expect(!subject.hasFailed(on: 20_511))
        try subject.apply(
            CaseStory.by(.site, .returned(revision: 1, items: [CaseStory.asked("id", 1)]), day: 11)
        )
        #expect(subject.hasFailed(on: 20_511))
        #expect(subject.allowedChanges(on: 20_511) == .nothing)
        #expect(throws: CaseRefusal.self) {
            try subject.apply(
                CaseStory.submitted(2, ["id": [9, 2], "diploma": [3]], day: 11)
            )
        }
        // The area may give more time; the candidate may not take it.
        let longer = CaseEvent.Action.windowOpened(lastDay: 20_512)
        #expect(throws: CaseRefusal.self) {
            try subject.apply(CaseStory.candidate(longer, day: 11))
        }
        try subject.apply(CaseStory.by(.area, longer, day: 11))
        try subject.apply(CaseStory.submitted(2, ["id": [9, 2], "diploma": [3]], day: 12))
        #expect(subject.state == .submitted)
    }

    // The day of a moment as date(1) says it: TZ=Asia/Shanghai date -d @N +%s / 86400 by date.
    @Test(arguments: [
        (0, 0), (57_599, 0), (57_600, 1), (-1, 0), (-28_800, 0), (-28_801, -1),
        (1_770_220_799, 20_488), (1_770_220_800, 20_489),
    ])
    func `A day begins at midnight in China`(time: Int64, day: Int) {
        #expect(CaseEvent.day(at: time) == day)
    }
}
