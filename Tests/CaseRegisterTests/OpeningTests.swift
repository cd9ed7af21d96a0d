import CaseRegister
import Foundation
import RegisterFixtures
import Registration
import Testing

@Suite struct OpeningTests {
    @Test func `Folder and files are for their owner alone, those that SQLite adds too`() throws {
        let office = try SmallRegister()
        try office.added(1)
        #expect(try office.home.mode(of: "register") == 0o700)
        for suffix in ["", "-wal", "-shm"] {
            #expect(try office.home.mode(of: "register/register.sqlite" + suffix) == 0o600)
        }
    }

    @Test func `What was acknowledged is on the disk: every write is synchronous`() throws {
        let office = try SmallRegister()
        #expect(try office.register.durability == ["wal", "2"])
    }

    @Test func `The office is what it was made as`() throws {
        let office = try SmallRegister(stage: .area, areas: ["hunan-2026", "hubei-2025"])
        let opened = try CaseRegister(opening: office.folder).office
        let made = OfficeSettings(name: "示例考点", stage: .area, areas: ["hunan-2026", "hubei-2025"])
        #expect(opened == made)
    }

    @Test func `A register is made in an empty folder, and in no other`() throws {
        let home = try TemporaryFolder()
        let office = OfficeSettings(name: "示例考点", stage: .site)
        try home.write([1], to: "thesis.txt")
        let full = try code { _ = try CaseRegister(creating: home.path, office: office, at: 0) }
        #expect(full == .alreadyExists)
        #expect(try home.names == ["thesis.txt"])
        try FileManager.default.removeItem(atPath: home.path("thesis.txt"))
        _ = try CaseRegister(creating: home.path, office: office, at: 0)
        let again = try code { _ = try CaseRegister(creating: home.path, office: office, at: 0) }
        #expect(again == .alreadyExists)
    }

    @Test func `Nothing is made where no register is`() throws {
        let home = try TemporaryFolder()
        let error = try code { _ = try CaseRegister(opening: home.path) }
        #expect(error == .noRegister)
        #expect(try home.names.isEmpty)
    }

    static let files: [(name: String, bytes: [UInt8], code: RegisterError.Code)] = [
        ("an empty file", [], .notRegister),
        ("a text", Array("这不是数据库。\n".utf8), .notRegister),
        ("zeros", [UInt8](repeating: 0, count: 8_192), .notRegister),
        ("a head alone", Array("SQLite format 3\0".utf8), .notRegister),
    ]

    @Test(arguments: files)
    func `A file that is no register is called so`(
        name: String,
        bytes: [UInt8],
        code expected: RegisterError.Code
    ) throws {
        let home = try TemporaryFolder()
        try home.write(bytes, to: "register.sqlite")
        let error = #expect(throws: RegisterError.self) {
            _ = try CaseRegister(opening: home.path)
        }
        #expect(error?.code == expected, "\(name)")
        #expect(error?.subject == "register.sqlite")
        #expect(try home.bytes(of: "register.sqlite") == bytes)
    }

    @Test func `Another program's database is no register`() throws {
        let home = try TemporaryFolder()
        try RawDatabase(home.path("register.sqlite")).execute("CREATE TABLE songs (title TEXT)")
        let error = try code { _ = try CaseRegister(opening: home.path) }
        #expect(error == .notRegister)
    }

    @Test(arguments: [0.2, 0.5, 0.9])
    func `A torn file is named in one sentence`(share: Double) throws {
        let office = try SmallRegister()
        for number in 1...40 { try office.added(number) }
        try office.register.backup(to: office.home.path("copy"))
        let whole = try office.home.bytes(of: "copy")
        let home = try TemporaryFolder()
        try home.write(Array(whole.prefix(Int(Double(whole.count) * share))), to: "register.sqlite")
        let error = #expect(throws: RegisterError.self) {
            try CaseRegister(opening: home.path).check()
        }
        #expect(error?.code == .damaged)
        #expect(error.map { "\($0)" }?.hasPrefix("register.sqlite is damaged") == true)
        #expect(error.map { "\($0)" }?.count { $0 == "." } == 2, "one sentence, and a file's name")
    }

    @Test func `A change to any of the pages does not pass unseen or crash`() throws {
        let office = try SmallRegister()
        for number in 1...10 { try office.added(number) }
        try office.register.backup(to: office.home.path("copy"))
        let whole = try office.home.bytes(of: "copy")
        var chance = SplitMix(seed: 8)
        var unseen = 0
        for page in 0..<(whole.count / 4_096) {
            var bytes = whole
            for _ in 0..<64 { bytes[page * 4_096 + chance.below(4_096)] ^= 0x5A }
            let home = try TemporaryFolder()
            try home.write(bytes, to: "register.sqlite")
            let found = try code {
                let register = try CaseRegister(opening: home.path)
                try register.check()
                _ = try register.queue()
                _ = try register.statistics()
            }
            if found == nil { unseen += 1 }
        }
        // Most bytes of a manifest, a hash or a line say nothing that the register reads.
        #expect(unseen < whole.count / 4_096 / 2)
    }

    @Test func `A newer schema is refused, and stays as it is`() throws {
        let office = try SmallRegister()
        let raw = try RawDatabase(office.folder + "/register.sqlite")
        try raw.execute("INSERT INTO grdb_migrations VALUES ('99')")
        let error = #expect(throws: RegisterError.self) {
            _ = try CaseRegister(opening: office.folder)
        }
        #expect(error?.code == .newerSchema)
        #expect(error?.reason == "schema 99")
    }
}
