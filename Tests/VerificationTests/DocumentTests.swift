import CandidateFixtures
import Packaging
import Sealing
import Testing
import Verification

/// dossier.pdf alone, without its archive.
@Suite struct DocumentTests {
    static let path = "data/dossier.pdf"

    private func verify(
        _ bytes: [UInt8],
        in home: TemporaryFolder,
        trust: TrustedKeys?
    ) throws -> VerificationReport {
        let path = try home.write(bytes, to: "dossier.pdf")
        let context = VerificationContext(trusted: trust, day: SealedArchive.issued)
        return try #require(try Verifier(context).verify([path]).reports.first)
    }

    @Test func `a sealed dossier proves itself, and knows its id`() async throws {
        let archive = try await SealedArchive()
        let pdf = try #require(UnpackedArchive(archive.path)[Self.path])
        let report = try verify(pdf, in: archive.home, trust: SealedArchive.trust())
        #expect(report.codes(.failed).isEmpty)
        #expect(report.id?.compact == archive.id)
        #expect(report.subject == .document)
        for code in ["pdf.bytes", "pdf.pages", "seal.agrees", "issuer.trusted", "status.in-force"] {
            #expect(report.codes(.passed).contains(code), "\(code)")
        }
    }

    @Test func `an unsealed dossier is whole, and of nobody`() async throws {
        let archive = try await SealedArchive(seed: nil)
        let pdf = try #require(UnpackedArchive(archive.path)[Self.path])
        let report = try verify(pdf, in: archive.home, trust: nil)
        #expect(report.isAccepted)
        #expect(report.codes(.absent) == ["code.unsigned", "code.unsigned"])
        // Who trusts a key wants its seal.
        let trusting = try verify(pdf, in: archive.home, trust: SealedArchive.trust())
        #expect(trusting.codes(.failed) == ["code.unsigned"])
    }

    /// qpdf writes the file anew, which the seal notices; each page must say by itself what is wrong.
    @Test(
        .enabled(if: OutsideTool.isInstalled("qpdf"), "needs qpdf"),
        arguments: [
            (["--pages", ".", "1-2,4-z", "--"], "pdf.page-count", nil),
            (["--pages", ".", "1-2,4,3,5-z", "--"], "pdf.code-other", 2),
            (["--pages", ".", "1-2", "theirs.pdf", "3", ".", "4-z", "--"], "pdf.code-other", 2),
            (["--rotate=+90:3"], "pdf.page-altered", 2),
            (["--overlay", "theirs.pdf", "--from=4", "--to=3", "--"], "pdf.picture-foreign", 2),
        ] as [([String], String, Int?)]
    )
    func `each page that was tampered with is named`(
        change: [String],
        code: String,
        page: Int?
    ) async throws {
        let archive = try await SealedArchive()
        let other = try await SealedArchive(name: "试样乙", gray: 120)
        let (home, qpdf) = (archive.home, try #require(OutsideTool("qpdf")))
        let theirs = try #require(UnpackedArchive(other.path)[Self.path])
        let mine = try #require(UnpackedArchive(archive.path)[Self.path])
        let replaced = try home.write(theirs, to: "theirs.pdf")
        let arguments = change.map { $0 == "theirs.pdf" ? replaced : $0 }
        let source = try home.write(mine, to: "mine.pdf")
        try qpdf.run([source] + arguments + ["--stream-data=preserve", home.path("out.pdf")])
        let report = try verify(
            home.bytes(of: "out.pdf"),
            in: home,
            trust: SealedArchive.trust()
        )
        #expect(report.codes(.failed).contains("pdf.bytes-changed"))
        let failed = report.steps.filter { $0.outcome == .failed && $0.code == code }
        #expect(failed.map(\.page).contains(page), "\(report.codes(.failed))")
    }

    @Test func `what is no dossier has neither list nor seal`() async throws {
        let archive = try await SealedArchive()
        let text = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        let report = try verify(Array(text.utf8), in: archive.home, trust: nil)
        #expect(!report.isAccepted)
        #expect(report.codes(.failed) == ["pdf.no-end"])
    }
}
