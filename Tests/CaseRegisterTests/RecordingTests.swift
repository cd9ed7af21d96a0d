import CaseRegister
import RegisterFixtures
import Registration
import Testing

@Suite struct RecordingTests {
    let office: SmallRegister

    init() throws { office = try SmallRegister() }

    static let decisions: [(CaseEvent.Action, CaseState)] = [
        (.accepted(revision: 1), .siteAccepted),
        (.rejected(revision: 1, reason: "ineligible", note: "无"), .rejected),
        (
            .returned(revision: 1, items: [.init(material: "hn.id", reason: "unclear")]),
            .returned
        ),
    ]

    @Test(arguments: decisions)
    func `A decision changes the state and names who made it`(
        action: CaseEvent.Action,
        state: CaseState
    ) throws {
        var one = try office.added(1)
        let recording = try office.decide(&one, action, by: "乙")
        let shown = try office.register.show(one.caseID)
        #expect(recording.version == 2)
        #expect(!recording.isRepeat)
        #expect(shown.summary.state == state)
        #expect(shown.summary.reviewer == "乙")
        #expect(shown.events.last?.event.action == action)
    }

    @Test func `A decision on an older version is refused with what came first`() throws {
        var one = try office.added(1)
        var other = one
        try office.giveBack(&one, by: "甲")
        let error = #expect(throws: RegisterError.self) {
            try office.decide(&other, .accepted(revision: 1), by: "乙")
        }
        #expect(error?.code == .stale)
        #expect(error?.meanwhile.map(\.reviewer) == ["甲"])
        #expect(error?.meanwhile.map(\.event) == [one.log[1].event])
        let shown = try office.register.show(one.caseID)
        #expect(shown.events.map(\.line) == one.log.map(\.line))
    }

    @Test func `The same decision sent twice is answered as done`() throws {
        var one = try office.added(1)
        var again = one
        let first = try office.decide(&one, .accepted(revision: 1), by: "甲")
        let second = try office.decide(
            &again,
            .accepted(revision: 1),
            by: "甲",
            at: SmallRegister.opening + 61
        )
        #expect(second.isRepeat)
        #expect(second.version == first.version)
        #expect(second.line == first.line)
        #expect(try office.register.show(one.caseID).events.count == 2)
    }

    @Test func `The same decision by somebody else is told as theirs`() throws {
        var one = try office.added(1)
        var other = one
        try office.decide(&one, .accepted(revision: 1), by: "甲")
        let error = try code { try office.decide(&other, .accepted(revision: 1), by: "乙") }
        #expect(error == .stale)
    }

    @Test func `An impossible event is refused and nothing is written`() throws {
        let one = try office.added(1)
        var other = one
        let error = #expect(throws: RegisterError.self) {
            try office.decide(&other, .accepted(revision: 2))
        }
        #expect(error?.code == .impossible)
        #expect(error?.refusal?.code == .wrongRevision)
        let shown = try office.register.show(one.caseID)
        #expect(shown.events.count == 1)
        #expect(shown.summary.version == 1)
    }

    @Test func `A case that is not there has no decisions`() throws {
        var one = SyntheticCase(1)
        one.submit(at: SmallRegister.opening)
        let error = try code { try office.decide(&one, .accepted(revision: 1)) }
        #expect(error == .noSuchCase)
    }
}
