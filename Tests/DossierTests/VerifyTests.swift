import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct VerifyTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    /// Packs with a key of OpenSSL's and writes who trusts it.
    private func seal(_ date: String) throws {
        try seal(["--date", date])
    }

    private func seal(_ options: [String], by dossier: Command? = nil) throws {
        let dossier = dossier ?? self.dossier
        let key = try SigningKey(seed: Array(repeating: 5, count: 32))
        try home.write(key.pem, to: "key.pem")
        let trust = try dossier(
            "key",
            "show",
            home.path("key.pem"),
            "--name",
            "试验考点",
            "--area",
            "42",
            "--from",
            "2026-01-01",
            "--to",
            "2107-12-31"
        )
        try home.write(trust.output, to: "trusted.json")
        let folder = try SmallCandidate().write(to: "c", in: home)
        let run = try dossier(
            ["pack", folder, "-o", home.path("c.zip"), "--allow-findings", "--key"]
                + [home.path("key.pem")] + options
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.output.contains("Packed and sealed"))
    }

    @Test func `a sealed archive is 0 to whom trusts its key`() throws {
        try seal("2026-02-05")
        let trust = ["--trust", home.path("trusted.json")]
        let run = try dossier(["verify", home.path("c.zip"), "--as-of", "2026-02-05"] + trust)
        #expect(run.status == 0, "\(run)")
        for line in ["Integrity  passed", "Issuer     passed", "Status     passed"] {
            #expect(run.lines.contains(line[...]))
        }
        #expect(run.output.contains("试验考点"))
        let late = try dossier(["verify", home.path("c.zip"), "--as-of", "2027-01-01"] + trust)
        #expect(late.status == 2)
        #expect(late.output.contains("[status.expired]"))
        #expect(late.lines.contains("Integrity  passed"))
    }

    @Test func `what is sealed now is in force now, at any hour`() throws {
        let dossier = Command(in: home, epoch: "")
        try seal([], by: dossier)
        let run = try dossier(
            "verify",
            home.path("c.zip"),
            "--trust",
            home.path("trusted.json")
        )
        #expect(run.status == 0, "\(run)")
    }

    @Test func `who names keys to trust is told 2 where there is no seal`() throws {
        try seal("2026-02-05")
        let folder = home.path("c")
        try dossier("pack", folder, "-o", home.path("plain.zip"), "--allow-findings")
        #expect(try dossier("verify", home.path("plain.zip")).status == 0)
        let run = try dossier(
            "verify",
            home.path("plain.zip"),
            "--trust",
            home.path("trusted.json")
        )
        #expect(run.status == 2)
        #expect(run.output.contains("[seal.absent]"))
    }

    @Test func `a changed file is 2 and named`() throws {
        try seal("2026-02-05")
        try UnpackedArchive(home.path("c.zip")).write(to: "bag", in: home)
        let file = "data/materials/01-身份证明/01.jpg"
        try home.write(FlatJPEG.gray(1), to: "bag/\(file)")
        let run = try dossier("verify", home.path("bag"), "--lang", "en")
        #expect(run.status == 2)
        #expect(run.lines.contains("Integrity  FAILED"))
        #expect(run.lines.contains { $0.contains("✗") && $0.contains(file) })
    }

    @Test func `what is no archive is 1, what is a bad one 2`() throws {
        try seal("2026-02-05")
        let whole = try home.bytes(of: "c.zip")
        try home.write("hello\n", to: "text.zip")
        try home.write(Array(whole.prefix(whole.count / 2)), to: "half.zip")
        try home.write([], to: "nothing.zip")
        for (name, reason) in [
            ("text.zip", "nothing to verify"), ("half.zip", "is not a whole zip archive"),
            ("nothing.zip", "nothing to verify"),
        ] {
            let run = try dossier("verify", home.path(name))
            #expect(run.status == 1, "\(name) \(run)")
            #expect(run.errors.contains(name) && run.errors.contains(reason), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
        let missing = try dossier("verify", home.path("missing.zip"))
        #expect(missing.status == 1)
        #expect(missing.errors.contains("There is no file"))

        try home.write(whole + Array("more".utf8), to: "more.zip")
        #expect([1, 2].contains(try dossier("verify", home.path("more.zip")).status))

        try home.write("", to: "empty/.keep")
        try home.remove("empty/.keep")
        let empty = try dossier("verify", home.path("empty"))
        #expect(empty.status == 2)
        #expect(empty.lines.contains("Integrity  FAILED"))
    }

    @Test func `a file of trusted keys that is none is 1, before anything is judged`() throws {
        try seal("2026-02-05")
        for text in ["", "{}", "{\"keys\":[{}]}", "not json"] {
            try home.write(text, to: "bad.json")
            let run = try dossier("verify", home.path("c.zip"), "--trust", home.path("bad.json"))
            #expect(run.status == 1)
            #expect(run.errors.contains("trusted keys"))
            #expect(run.output.isEmpty)
        }
    }
}
