import Archiving
import CandidateFixtures
import Packaging
import Registration
import Sealing
import Testing
import Verification

@Suite struct AcceptedArchiveTests {
    @Test(arguments: [false, true])
    func `a sealed archive passes all three questions, packed and unpacked`(isUnpacked: Bool)
        async throws
    {
        let archive = try await SealedArchive()
        let thing = isUnpacked ? try archive.unpack(to: "any name") : archive.path
        let report = try SealedArchive.verify(thing, trust: SealedArchive.trust())
        #expect(report.isAccepted)
        #expect(report.id?.compact == archive.id)
        for question in VerificationReport.Question.allCases {
            #expect(report.outcome(of: question) == .passed)
        }
        var codes = [
            "bag.valid", "manifest.agrees", "archive.root-name", "seal.covers-payload",
            "seal.agrees", "issuer.trusted", "status.in-force",
        ]
        // A folder on disk may be called anything.
        if isUnpacked { codes.removeAll { $0 == "archive.root-name" } }
        #expect(report.codes(.passed) == codes)
        // Nobody signed these keys, and nothing tells what is revoked.
        let warnings = ["trust.unsigned", "revocations.absent"]
        #expect(report.codes(.warning) == warnings)
        #expect(report.steps.count == codes.count + warnings.count)
    }

    @Test func `an archive without a seal is whole, and nothing is known of its issuer`()
        async throws
    {
        let archive = try await SealedArchive(seed: nil)
        let report = try SealedArchive.verify(archive.path, trust: nil)
        #expect(report.isAccepted)
        #expect(report.outcome(of: .integrity) == .passed)
        #expect(report.outcome(of: .issuer) == .absent)
        #expect(report.outcome(of: .status) == .absent)
    }

    @Test func `a seal proves no issuer to whom trusts nobody`() async throws {
        let archive = try await SealedArchive()
        let report = try SealedArchive.verify(archive.path, trust: nil)
        #expect(report.isAccepted)
        #expect(report.outcome(of: .issuer) == .absent)
        #expect(report.codes(.absent) == ["issuer.no-trust-file"])
    }

    @Test(arguments: [("hubei-2025", "2025-02-10"), ("hunan-2026", "2026-02-05")])
    func `the samples pass`(sample: String, day: String) async throws {
        let home = try TemporaryFolder()
        var options = PackRun.onDay(day)
        options.allowsFindings = false
        options.key = try SigningKey(seed: SealedArchive.officeSeed)
        let archive = try await PackRun(options)
            .pack(Repository.sample(sample), to: .folder(home.path))
        let issued = options.date.daysSince1970
        let trust = try SealedArchive.trust(areas: [42, 43], years: nil, days: issued...issued)
        let report = try SealedArchive.verify(archive.path, trust: trust, day: issued)
        #expect(report.isAccepted)
        #expect(report.outcome(of: .issuer) == .passed)
    }

    @Test func `verifying changes nothing`() async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        let before = try archive.home.files(in: "bag")
        _ = try SealedArchive.verify(folder, trust: nil)
        _ = try SealedArchive.verify(archive.path, trust: nil)
        #expect(try archive.home.files(in: "bag") == before)
        #expect(try archive.home.names() == ["a.zip", "bag", "c"])
    }
}
