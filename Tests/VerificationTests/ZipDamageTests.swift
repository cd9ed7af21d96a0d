import Archiving
import CandidateFixtures
import Registration
import Testing
import Verification

@Suite struct ZipDamageTests {
    @Test func `an archive whose root folder bears another name is refused`() async throws {
        let archive = try await SealedArchive()
        let files = try UnpackedArchive(archive.path).files
        let date = try EntryDate(year: 2026, month: 2, day: 5)
        var writer = try ArchiveWriter(path: archive.home.path("b.zip"), date: date)
        for path in files.keys.map({ ArchivePath("OTHER/\($0)") }).sorted() {
            let bytes = files[String(path.text.dropFirst(6))] ?? []
            try writer.add(path, .bytes(bytes))
        }
        try writer.finish()
        let report = try SealedArchive.verify(
            archive.home.path("b.zip"),
            trust: SealedArchive.trust()
        )
        #expect(report.codes(.failed) == ["archive.root-name"])
        #expect(report.steps.first { $0.code == "archive.root-name" }?.detail == archive.id)
    }

    @Test func `a renamed file is the same archive`() async throws {
        let archive = try await SealedArchive()
        try archive.home.move("a.zip", to: "张三.zip")
        #expect(try SealedArchive.verify(archive.home.path("张三.zip"), trust: nil).isAccepted)
    }

    @Test(arguments: ["before", "behind"])
    func `bytes around an archive are not accepted`(place: String) async throws {
        let archive = try await SealedArchive()
        let whole = try archive.home.bytes(of: "a.zip")
        let junk = Array("junk".utf8)
        try archive.home.write(place == "before" ? junk + whole : whole + junk, to: "b.zip")
        #expect(!isAccepted(archive.home.path("b.zip")))
    }

    @Test func `an archive cut off anywhere cannot be looked at`() async throws {
        let archive = try await SealedArchive()
        let whole = try archive.home.bytes(of: "a.zip")
        for count in [0, 1, 100, whole.count / 2, whole.count - 22, whole.count - 1] {
            let path = try archive.home.write(Array(whole.prefix(count)), to: "b.zip")
            #expect(throws: ArchiveError.self, "\(count) of \(whole.count)") {
                try SealedArchive.verify(path, trust: nil)
            }
        }
    }

    @Test func `one bit changed anywhere in the zip file is never accepted with another content`()
        async throws
    {
        let archive = try await SealedArchive()
        let whole = try archive.home.bytes(of: "a.zip")
        let files = try UnpackedArchive(archive.path).files
        for place in stride(from: 0, to: whole.count, by: whole.count / 150) {
            var bytes = whole
            bytes[place] ^= 0x10
            let path = try archive.home.write(bytes, to: "b.zip")
            // Times and the like bind nothing; what is accepted must hold the same files.
            if isAccepted(path) { #expect(try UnpackedArchive(path).files == files) }
        }
    }

    @Test func `what is not there or no archive is an error, an empty folder a failure`() throws {
        let home = try TemporaryFolder()
        #expect(throws: ArchiveError.self) {
            try SealedArchive.verify(home.path("nothing.zip"), trust: nil)
        }
        let text = try home.write("hello", to: "text.zip")
        #expect(throws: ArchiveError.self) { try SealedArchive.verify(text, trust: nil) }
        let report = try SealedArchive.verify(home.path, trust: nil)
        #expect(report.codes(.failed).contains("bag.declaration-missing"))
        #expect(report.codes(.failed).contains("manifest.missing"))
    }

    private func isAccepted(_ path: String) -> Bool {
        let report = try? SealedArchive.verify(path, trust: SealedArchive.trust())
        return report?.isAccepted ?? false
    }
}
