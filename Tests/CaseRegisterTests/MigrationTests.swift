import CaseRegister
import RegisterFixtures
import Registration
import Testing

@Suite struct MigrationTests {
    let home: TemporaryFolder
    let register: CaseRegister

    /// The cases of FiguresTests, as the first version of the schema kept them.
    init() throws {
        home = try TemporaryFolder()
        try RawDatabase(home.path("register.sqlite")).execute(try RawDatabase.schema("1.sql"))
        register = try CaseRegister(opening: home.path)
    }

    @Test func `A register of schema 1 has all of its cases, lists and figures`() throws {
        let statistics = try register.statistics()
        let counts = try register.counts()
        #expect(counts.states == [.submitted: 1, .returned: 1, .siteAccepted: 2, .rejected: 1])
        #expect(counts.materials == ["hn.photo": 1, "hn.id": 1])
        #expect(statistics.days.map(\.submissions) == [5, 1])
        #expect(statistics.reviewers.mapValues(\.total) == ["甲": 3, "乙": 2])
        #expect(statistics.reasons == ["unclear": 2])
        #expect(statistics.medianWait == 120)
        #expect(statistics.shareReturnedAtFirst == 0.5)
        try register.check()
    }

    @Test func `Work goes on after a migration`() throws {
        let waiting = try #require(try register.queue(.init(states: [.submitted])).first)
        let event = CaseEvent(
            actor: SyntheticCase.office,
            time: waiting.since + 60,
            action: .returned(revision: 1, items: [.init(material: "hn.id", reason: "expired")])
        )
        try register.record(
            event,
            line: "{}",
            of: waiting.caseID,
            expecting: waiting.version,
            reviewer: "丙"
        )
        let found = try register.queue(.init(reason: "expired"))
        let reasons = try register.statistics().reasons
        #expect(found.map(\.caseID) == [waiting.caseID])
        #expect(reasons == ["unclear": 2, "expired": 1])
        try register.check()
    }

    @Test func `A register that was migrated is like one made today`() throws {
        let schema = """
            SELECT group_concat(sql, x'0A') FROM (SELECT sql FROM sqlite_schema ORDER BY name)
            """
        let migrated = try RawDatabase(home.path("register.sqlite")).text(schema)
        let new = try SmallRegister()
        let made = try RawDatabase(new.folder + "/register.sqlite").text(schema)
        #expect(migrated == made)
        #expect(migrated != nil)
    }
}
