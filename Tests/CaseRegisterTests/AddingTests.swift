import CaseRegister
import RegisterFixtures
import Registration
import Testing

@Suite struct AddingTests {
    let office: SmallRegister

    init() throws { office = try SmallRegister() }

    @Test func `A first dossier begins a case`() throws {
        var one = SyntheticCase(1)
        one.submit(at: SmallRegister.opening)
        let addition = try office.register.add(try one.submission(), at: SmallRegister.opening + 5)
        let shown = try office.register.show(one.caseID)
        #expect(addition == .newCase)
        #expect(shown.summary.state == .submitted)
        #expect(shown.summary.name == one.bearer.name)
        #expect(shown.summary.received == SmallRegister.opening + 5)
        #expect(shown.events.map(\.line) == one.log.map(\.line))
        #expect(shown.events.map(\.event) == one.log.map(\.event))
        let pictures = shown.state.pictures.map(\.hash)
        #expect(pictures == one.pictures.map(\.hash))
    }

    @Test func `The same dossier again is a duplicate and writes nothing`() throws {
        let one = try office.added(1)
        let addition = try office.register.add(try one.submission(), at: SmallRegister.opening + 99)
        let shown = try office.register.show(one.caseID)
        #expect(addition == .duplicate(received: SmallRegister.opening))
        #expect(shown.revisions.count == 1)
        #expect(shown.summary.since == SmallRegister.opening)
    }

    @Test func `What was replaced comes as the next revision, with its log`() throws {
        var one = try office.added(1)
        let items = try office.giveBack(&one)
        one.replace(items, at: SmallRegister.opening + 90)
        let addition = try office.register.add(
            try one.submission(),
            at: SmallRegister.opening + 100
        )
        let shown = try office.register.show(one.dossierIDs[1])
        let replaced = shown.state.pictures.filter { $0.state == .replaced }.map(\.material)
        #expect(addition == .newRevision(2))
        #expect(shown.summary.caseID == one.caseID)
        #expect(shown.summary.dossierID == one.dossierIDs[1])
        #expect(shown.revisions.map(\.supersedes) == [nil, one.dossierIDs[0]])
        #expect(shown.events.map(\.reviewer) == [nil, "甲", nil])
        #expect(replaced == ["hn.photo"])
        #expect(shown.summary.asked == items)
    }

    @Test func `An office that comes later takes a whole chain at once`() throws {
        var one = SyntheticCase(1)
        one.submit(at: SmallRegister.opening)
        one.happen(SyntheticCase.office, SmallRegister.opening + 60, .accepted(revision: 1))
        let area = try SmallRegister(stage: .area)
        let addition = try area.register.add(try one.submission(), at: SmallRegister.opening + 70)
        let waiting = try area.ids(.init(overdue: SmallRegister.opening + 71))
        #expect(addition == .newCase)
        #expect(waiting == [one.caseID])
    }

    @Test func `A known dossier whose log went on brings the new lines`() throws {
        var one = try office.added(1)
        one.happen(.candidate, SmallRegister.opening + 60, .withdrawn)
        let addition = try office.register.add(try one.submission(), at: SmallRegister.opening + 61)
        let shown = try office.register.show(one.caseID)
        #expect(addition == .newEvents(1))
        #expect(shown.summary.state == .withdrawn)
        #expect(shown.revisions.count == 1)
    }

    @Test func `A log that parts from the registered one is a fork, named by its line`() throws {
        var one = try office.added(1)
        var other = one
        try office.giveBack(&one)
        other.happen(.candidate, SmallRegister.opening + 70, .withdrawn)
        other.submit(at: SmallRegister.opening + 80)
        let submission = try other.submission()
        let error = #expect(throws: RegisterError.self) {
            try office.register.add(submission, at: SmallRegister.opening + 90)
        }
        #expect(error?.code == .fork)
        #expect(error?.place == 2)
        let shown = try office.register.show(one.caseID)
        #expect(shown.events.map(\.line) == one.log.map(\.line))
    }

    @Test func `A revision that does not come next is refused`() throws {
        var one = try office.added(1)
        let first = try one.submission()
        let items = try office.giveBack(&one)
        one.replace(items, at: SmallRegister.opening + 90)
        try office.register.add(try one.submission(), at: SmallRegister.opening + 100)
        var repacked = first
        repacked.dossierID = "7ZZZZZZZZZZZZZ"
        let older = try code { try office.register.add(repacked, at: SmallRegister.opening + 110) }
        #expect(older == .olderRevision)
        var second = try one.submission()
        second.dossierID = "7YYYYYYYYYYYYY"
        let taken = try code { try office.register.add(second, at: SmallRegister.opening + 110) }
        #expect(taken == .revisionTaken)
    }

    @Test func `Another person under the same case is refused, a corrected name is not`() throws {
        var one = try office.added(1)
        let items = try office.giveBack(&one)
        one.replace(items, at: SmallRegister.opening + 90)
        one.bearer.name = "欧阳样本"
        let corrected = one
        one.bearer.maskedNumber = "9999************99"
        let stranger = try one.submission()
        let refused = try code { try office.register.add(stranger, at: SmallRegister.opening + 99) }
        #expect(refused == .otherCandidate)
        let addition = try office.register.add(
            try corrected.submission(),
            at: SmallRegister.opening + 99
        )
        #expect(addition == .newRevision(2))
        #expect(try office.ids(.init(text: "欧阳")) == [one.caseID])
    }

    @Test func `A dossier of one case is refused under another`() throws {
        let one = try office.added(1)
        let other = try office.added(2)
        var submission = try one.submission()
        submission.caseID = other.caseID
        let known = try code { try office.register.add(submission, at: 0) }
        submission.caseID = "7ZZZZZZZZZZZZZ"
        let unknown = try code { try office.register.add(submission, at: 0) }
        #expect(known == .otherCase)
        #expect(unknown == .otherCase)
    }

    @Test func `An office takes the cases of its areas alone`() throws {
        let office = try SmallRegister(areas: ["hunan-2026"])
        try office.added(1)
        let refused = try code { try office.added(9) }
        #expect(refused == .otherArea)
        #expect(try office.register.counts().total == 1)
    }

    @Test func `A log without a submission is none`() throws {
        let one = SyntheticCase(1)
        let error = try code { _ = try one.submission() }
        #expect(error == .nothingSubmitted)
    }

    @Test func `A log that cannot have happened is refused as a whole`() throws {
        var one = SyntheticCase(1)
        one.submit(at: SmallRegister.opening)
        one.happen(.candidate, SmallRegister.opening + 1, .accepted(revision: 1))
        let submission = try one.submission()
        let error = #expect(throws: RegisterError.self) {
            try office.register.add(submission, at: SmallRegister.opening + 2)
        }
        #expect(error?.code == .impossible)
        #expect(error?.refusal?.code == .wrongActor)
        #expect(try office.register.counts().total == 0)
    }
}
