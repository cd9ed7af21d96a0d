import CaseRegister
import RegisterFixtures
import Registration
import Testing

@Suite struct AppendOnlyTests {
    static let changes = [
        ("UPDATE events SET line = '{}'", "events are append-only"),
        ("DELETE FROM events", "events are append-only"),
        ("DELETE FROM events WHERE place = 2", "events are append-only"),
        ("UPDATE submissions SET day = 0", "submissions are append-only"),
        ("DELETE FROM submissions", "submissions are append-only"),
        ("UPDATE manifests SET bytes = x''", "manifests are append-only"),
        ("DELETE FROM manifests", "manifests are append-only"),
        ("UPDATE returned_items SET note = ''", "returned_items are append-only"),
        ("DELETE FROM returned_items", "returned_items are append-only"),
        ("DELETE FROM cases", "cases remain"),
        (
            """
            INSERT OR REPLACE INTO events
            SELECT number, place, 0, actor, office, action, revision, content, '{}', reviewer,
                recorded, day, waited FROM events
            """, "events follow one another"
        ),
        (
            """
            INSERT INTO events
            SELECT number, place + 5, 0, actor, office, action, revision, content, '{}', reviewer,
                recorded, day, waited FROM events
            """, "events follow one another"
        ),
    ]

    @Test(arguments: changes)
    func `No program changes, takes out or puts in what was recorded`(
        sql: String,
        expected: String
    ) throws {
        let office = try SmallRegister()
        var one = try office.added(1)
        try office.giveBack(&one)
        let raw = try RawDatabase(office.folder + "/register.sqlite")
        let message = try RawDatabase.message { try raw.execute(sql) }
        #expect(message == expected)
        let shown = try office.register.show(one.caseID)
        #expect(shown.events.map(\.line) == one.log.map(\.line))
        try office.register.check()
    }

    static let lies = [
        "UPDATE cases SET state = 'area-accepted'", "UPDATE cases SET revision = 7",
        "UPDATE cases SET version = 7", "UPDATE tallies SET events = events + 1",
        "UPDATE reason_tallies SET items = 0", "DELETE FROM tallies",
    ]

    @Test(arguments: lies)
    func `What stands beside the events and disagrees with them is found`(sql: String) throws {
        let office = try SmallRegister()
        var one = try office.added(1)
        try office.giveBack(&one)
        try office.register.check()
        try RawDatabase(office.folder + "/register.sqlite").execute(sql)
        #expect(try code { try office.register.check() } == .damaged)
    }
}
