import CaseRegister
import Foundation
import RegisterFixtures
import Registration
import Testing

@Suite struct BackupTests {
    let office: SmallRegister
    var home: TemporaryFolder { office.home }

    init() throws {
        office = try SmallRegister()
        for number in 1...20 { try office.added(number) }
    }

    private func rows(of register: CaseRegister) throws -> [CaseSummary] {
        var rows: [CaseSummary] = []
        try register.export { rows.append($0) }
        return rows
    }

    @Test func `A backup is one private file, whole, that restores to the same register`() throws {
        try office.register.backup(to: home.path("copy.sqlite"))
        #expect(try home.names == ["copy.sqlite", "register"])
        #expect(try home.mode(of: "copy.sqlite") == 0o600)
        #expect(try RawDatabase(home.path("copy.sqlite")).integrity == "ok")
        try CaseRegister.restore(from: home.path("copy.sqlite"), to: home.path("new"))
        let restored = try CaseRegister(opening: home.path("new"))
        try restored.check()
        #expect(restored.office == office.register.office)
        #expect(try rows(of: restored) == rows(of: office.register))
        #expect(try home.mode(of: "new") == 0o700)
        #expect(try home.mode(of: "new/register.sqlite") == 0o600)
    }

    @Test func `A backup holds one moment while others write`() throws {
        let other = try CaseRegister(opening: office.folder)
        try office.register.backup(to: home.path("before"))
        var one = SyntheticCase(99)
        one.submit(at: SmallRegister.opening)
        try other.add(try one.submission(), at: SmallRegister.opening)
        try office.register.backup(to: home.path("after"))
        try CaseRegister.restore(from: home.path("before"), to: home.path("old"))
        try CaseRegister.restore(from: home.path("after"), to: home.path("new"))
        #expect(try CaseRegister(opening: home.path("old")).counts().total == 20)
        #expect(try CaseRegister(opening: home.path("new")).counts().total == 21)
    }

    @Test func `Neither a backup nor a restore overwrites unless it is told to`() throws {
        try office.register.backup(to: home.path("copy"))
        let copy = try home.bytes(of: "copy")
        try office.added(99)
        let again = try code { try office.register.backup(to: home.path("copy")) }
        #expect(again == .alreadyExists)
        #expect(try home.bytes(of: "copy") == copy)
        let restore = try code {
            try CaseRegister.restore(from: home.path("copy"), to: office.folder)
        }
        #expect(restore == .alreadyExists)
        #expect(try office.register.counts().total == 21)
        try office.register.backup(to: home.path("copy"), replaces: true)
        #expect(try home.bytes(of: "copy") != copy)
    }

    @Test func `A process that has the register open goes on with the restored one`() throws {
        try office.register.backup(to: home.path("copy"))
        let lost = try office.added(99)
        try CaseRegister.restore(from: home.path("copy"), to: office.folder, replaces: true)
        #expect(try office.register.counts().total == 20)
        #expect(try code { _ = try office.register.show(lost.caseID) } == .noSuchCase)
        try office.added(100)
        try CaseRegister(opening: office.folder).check()
        #expect(try CaseRegister(opening: office.folder).counts().total == 21)
    }

    @Test func `A damaged register is set aside by a restore`() throws {
        try office.register.backup(to: home.path("copy"))
        try FileManager.default.createDirectory(
            atPath: home.path("broken"),
            withIntermediateDirectories: false
        )
        try home.write(Array("damaged".utf8), to: "broken/register.sqlite")
        try CaseRegister.restore(
            from: home.path("copy"),
            to: home.path("broken"),
            replaces: true
        )
        #expect(try CaseRegister(opening: home.path("broken")).counts().total == 20)
        #expect(try home.bytes(of: "broken/register.sqlite.damaged") == Array("damaged".utf8))
    }

    @Test func `A damaged backup is refused and nothing changes`() throws {
        try office.register.backup(to: home.path("copy"))
        var bytes = try home.bytes(of: "copy")
        bytes.removeLast(bytes.count / 3)
        try home.write(bytes, to: "torn")
        try home.write(Array("text".utf8), to: "text")
        let torn = try code {
            try CaseRegister.restore(from: home.path("torn"), to: office.folder, replaces: true)
        }
        #expect(torn == .damaged)
        let text = try code {
            try CaseRegister.restore(from: home.path("text"), to: home.path("n"))
        }
        #expect(text == .notRegister)
        let none = try code { try CaseRegister.restore(from: home.path("no"), to: home.path("n")) }
        #expect(none == .cannotOpen)
        #expect(try !home.names.contains("n"))
        #expect(try office.register.counts().total == 20)
    }

    @Test func `A backup of schema 1 restores to the present schema, a newer one is refused`()
        throws
    {
        try RawDatabase(home.path("first")).execute(try RawDatabase.schema("1.sql"))
        try CaseRegister.restore(from: home.path("first"), to: home.path("old"))
        #expect(try CaseRegister(opening: home.path("old")).counts().total == 5)
        try office.register.backup(to: home.path("copy"))
        try RawDatabase(home.path("copy")).execute("INSERT INTO grdb_migrations VALUES ('99')")
        let newer = try code {
            try CaseRegister.restore(from: home.path("copy"), to: home.path("n"))
        }
        #expect(newer == .newerSchema)
    }
}
