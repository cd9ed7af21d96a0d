import CaseRegister
import RegisterFixtures
import Registration
import Testing

@Suite struct FiguresTests {
    let office: SmallRegister

    /// Five came on the first day; waits of 60, 120, 180 and 86,400 s, and one came again.
    init() throws {
        let office = try SmallRegister()
        self.office = office
        let opening = SmallRegister.opening
        var cases = try (1...5).map { try office.added($0, at: opening) }
        let items = try office.giveBack(&cases[0], "hn.photo", "unclear", at: opening + 60)
        try office.giveBack(&cases[1], "hn.id", "unclear", by: "乙", at: opening + 120)
        try office.decide(&cases[2], .accepted(revision: 1), by: "乙", at: opening + 180)
        cases[0].replace(items, at: opening + 86_300)
        try office.register.add(try cases[0].submission(), at: opening + 86_340)
        try office.decide(&cases[0], .accepted(revision: 2), at: opening + 86_400)
        try office.decide(
            &cases[3],
            .rejected(revision: 1, reason: "ineligible", note: ""),
            at: opening + 86_400
        )
    }

    @Test func `Cases are counted by state, material and reason`() throws {
        let counts = try office.register.counts()
        #expect(counts.states == [.submitted: 1, .returned: 1, .siteAccepted: 2, .rejected: 1])
        #expect(counts.materials == ["hn.photo": 1, "hn.id": 1])
        #expect(counts.reasons == ["unclear": 2])
        #expect(counts.total == 5)
    }

    @Test func `Counts are of what a filter lets through`() throws {
        let counts = try office.register.counts(.init(states: [.returned]))
        #expect(counts.states == [.returned: 1])
        #expect(counts.materials == ["hn.id": 1])
        #expect(counts.reasons == ["unclear": 1])
    }

    @Test func `Statistics tell of days, reviewers, reasons, waits and first submissions`() throws {
        let statistics = try office.register.statistics()
        // 2026-02-01 is 20,485 days after 1970-01-01.
        #expect(statistics.days.map(\.day) == [20_485, 20_486])
        #expect(statistics.days.map(\.submissions) == [5, 1])
        #expect(statistics.days.map(\.decisions.returned) == [2, 0])
        #expect(statistics.days.map(\.decisions.accepted) == [1, 1])
        #expect(statistics.days.map(\.decisions.rejected) == [0, 1])
        #expect(statistics.reviewers.mapValues(\.total) == ["甲": 3, "乙": 2])
        #expect(statistics.reasons == ["unclear": 2])
        // 60, 60, 120, 180, 86,400.
        #expect(statistics.medianWait == 120)
        #expect(statistics.firstSubmissions.total == 4)
        #expect(statistics.shareReturnedAtFirst == 0.5)
    }

    @Test func `The median of an even number of waits is the mean of the middle two`() throws {
        var one = try office.added(6)
        try office.decide(&one, .accepted(revision: 1), at: SmallRegister.opening + 200)
        // 60, 60, 120, 180, 200, 86,400.
        #expect(try office.register.statistics().medianWait == 150)
    }

    @Test func `What other offices decided does not count as decided here`() throws {
        let area = try SmallRegister(stage: .area)
        var one = SyntheticCase(1)
        one.submit(at: SmallRegister.opening)
        one.happen(SyntheticCase.office, SmallRegister.opening + 60, .accepted(revision: 1))
        try area.register.add(try one.submission(), at: SmallRegister.opening + 70)
        let statistics = try area.register.statistics()
        #expect(statistics.decisions.total == 0)
        #expect(statistics.medianWait == nil)
        #expect(statistics.shareReturnedAtFirst == nil)
        #expect(statistics.days.map(\.submissions) == [1])
    }

    @Test func `An export has every case once, in the order of ids, whatever happened since`()
        throws
    {
        var rows: [CaseSummary] = []
        try office.register.export { rows.append($0) }
        let queue = try office.register.queue()
        #expect(rows == queue.sorted { $0.caseID < $1.caseID })
        var returned: [CaseSummary] = []
        try office.register.export(.init(states: [.returned])) { returned.append($0) }
        #expect(returned == rows.filter { $0.state == .returned })
    }

    @Test func `An export ends with the error of who takes its rows`() throws {
        struct Full: Error {}
        var rows = 0
        #expect(throws: Full.self) {
            try office.register.export { _ in
                rows += 1
                if rows == 2 { throw Full() }
            }
        }
        #expect(rows == 2)
    }

    @Test func `The figures agree with the events`() throws { try office.register.check() }
}
