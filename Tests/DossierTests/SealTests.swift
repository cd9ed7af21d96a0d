import CandidateFixtures
import Foundation
import Sealing
import Testing

/// `dossier seal`, as an office runs it.
@Suite struct SealTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
        let key = try SigningKey(seed: Array(repeating: 5, count: 32))
        try home.write(key.pem, to: "key.pem")
        let folder = try SmallCandidate().write(to: "c", in: home)
        try dossier("pack", folder, "-o", home.path("c.zip"), "--allow-findings")
    }

    private func seal(_ archive: String, _ options: String...) throws -> Command.Run {
        try dossier(
            ["seal", home.path(archive), "-o", home.path("sealed.zip"), "--lang", "en"]
                + ["--key", home.path("key.pem")] + options
        )
    }

    @Test func `an archive with errors is sealed only if they may stand`() throws {
        let before = try home.bytes(of: "c.zip")
        let refused = try seal("c.zip")
        #expect(refused.status == 2)
        #expect(refused.output.contains("[material.missing]"))
        #expect(refused.errors.contains("was not sealed"))
        #expect(try !home.names().contains("sealed.zip"))

        let sealed = try seal("c.zip", "--allow-findings")
        #expect(sealed.status == 0, "\(sealed)")
        #expect(sealed.output.contains("in the place of"))
        // The candidate's archive is as it was, and nothing else is left in the folder.
        #expect(try home.bytes(of: "c.zip") == before)
        #expect(try home.names() == ["c", "c.zip", "key.pem", "sealed.zip"])

        let verified = try dossier(
            "verify",
            home.path("sealed.zip"),
            "--against",
            home.path("c.zip"),
            "--lang",
            "en",
            "--as-of",
            "2025-02-10"
        )
        #expect(verified.status == 0)
        #expect(verified.output.contains("The second takes the place of the first."))
        #expect(verified.output.contains("pictures unchanged: 3"))
    }

    @Test func `what was changed is not sealed`() throws {
        var bytes = try home.bytes(of: "c.zip")
        bytes[bytes.count / 2] ^= 1
        try home.write(bytes, to: "changed.zip")
        let run = try seal("changed.zip", "--allow-findings")
        #expect(run.status == 2)
        #expect(run.errors.contains("was changed"))
        #expect(try !home.names().contains("sealed.zip"))
    }

    @Test func `without a key there is nothing to seal with`() throws {
        let run = try dossier("seal", home.path("c.zip"), "-o", home.path("sealed.zip"))
        #expect(run.status == 64)
    }

    @Test(.enabled(if: OutsideTool.isInstalled("pdftoppm"), "needs pdftoppm"))
    func `a page on paper is traced to its archive`() throws {
        _ = try seal("c.zip", "--allow-findings")
        let sealed = try UnpackedArchive(home.path("sealed.zip"))
        let pdf = try home.write(try #require(sealed["data/dossier.pdf"]), to: "dossier.pdf")
        let tool = try #require(OutsideTool("pdftoppm"))
        try tool.run(["-r", "150", "-png", "-f", "1", "-l", "3", pdf, home.path("page")])
        let pages = try home.names().filter { $0.hasPrefix("page") }.map { home.path($0) }
        #expect(pages.count == 3)
        let mine = try dossier(
            ["verify", "--as-of", "2025-02-10", "--lang", "en"]
                + ["--against", home.path("sealed.zip")] + pages
        )
        #expect(mine.status == 0, "\(mine)")
        #expect(mine.output.contains("belongs to the dossier it was held against"))
        // The candidate's own archive has other codes.
        let theirs = try dossier(
            ["verify", "--as-of", "2025-02-10", "--lang", "en"]
                + ["--against", home.path("c.zip")] + pages
        )
        #expect(theirs.status == 2)
    }
}
