import CandidateFixtures
import Registration
import Sealing
import Testing
import Verification

/// What lists of keys and revocations make of a seal of 2026-02-05.
@Suite struct IssuerListsTests {
    private static let rootSeed = Array(repeating: 9 as UInt8, count: 32)
    private static let issued = SealedArchive.issued

    private static func key(_ seed: [UInt8]) throws -> SigningKey { try SigningKey(seed: seed) }

    private static func root() throws -> SigningKey { try key(rootSeed) }

    private static func trust(_ keys: TrustedKeys, on day: Int = issued) throws -> TrustList {
        try TrustList(keys).signed(by: root(), on: day)
    }

    /// A list of revocations signed by the root unless told otherwise.
    private static func revocations(
        by seed: [UInt8] = rootSeed,
        on day: Int = issued,
        _ fill: (inout RevocationList) throws -> Void = { _ in }
    ) throws -> RevocationList {
        var list = RevocationList()
        try fill(&list)
        return try list.signed(by: key(seed), on: day)
    }

    private static func verify(
        _ archive: SealedArchive,
        _ trust: TrustList,
        _ lists: [RevocationList],
        day: Int = issued
    ) throws -> VerificationReport {
        let root = try root().verifyingKey
        let context = try VerificationContext(
            trust: trust,
            revocations: lists.map { Revocations($0, root: root, trust: trust) },
            root: root,
            day: day
        )
        return try ArchiveVerifier(context).verify(archive.path)
    }

    private static func manifest(_ archive: SealedArchive) throws -> ContentHash {
        let bytes = try #require(try UnpackedArchive(archive.path)["data/manifest.json"])
        return ContentHash.of(bytes)
    }

    @Test func `signed lists without a blemish pass without a warning`() async throws {
        let archive = try await SealedArchive()
        let trust = try Self.trust(SealedArchive.trust())
        let report = try Self.verify(archive, trust, [Self.revocations()])
        #expect(report.isAccepted)
        #expect(report.codes(.warning).isEmpty)
        let codes = report.codes(.passed)
        for code in ["trust.signed", "trust.age", "revocations.age", "issuer.trusted"] {
            #expect(codes.contains(code))
        }
    }

    /// The seal is older than the theft, by what it says itself.
    @Test(arguments: [-10_000, -1, 0, 1, 100])
    func `a revoked key is refused, whatever day its seal bears`(since: Int) async throws {
        let archive = try await SealedArchive()
        let trust = try Self.trust(SealedArchive.trust())
        let list = try Self.revocations {
            let id = try Self.key(SealedArchive.officeSeed).id
            $0.keys = [.init(id: id, since: Self.issued + since, reason: "stolen")]
        }
        let report = try Self.verify(archive, trust, [list])
        #expect(!report.isAccepted)
        #expect(report.codes(.failed) == ["issuer.revoked-key"])
        #expect(!report.codes(.passed).contains("issuer.trusted"))
        #expect(report.outcome(of: .integrity) == .passed)
        #expect(report.outcome(of: .status) == .passed)
    }

    @Test func `what the office stands by counts although its key is revoked`() async throws {
        let archive = try await SealedArchive()
        let other = try await SealedArchive(name: "试样乙")
        let trust = try Self.trust(SealedArchive.trust())
        let hash = try Self.manifest(archive)
        let list = try Self.revocations {
            let id = try Self.key(SealedArchive.officeSeed).id
            $0.keys = [.init(id: id, since: 0, reason: "stolen", ledger: [hash])]
        }
        let report = try Self.verify(archive, trust, [list])
        #expect(report.isAccepted)
        #expect(report.codes(.passed).contains("issuer.in-ledger"))
        #expect(try Self.verify(other, trust, [list]).codes(.failed) == ["issuer.revoked-key"])
        // A second list that revokes the key and does not stand by the dossier refuses it.
        let stricter = try Self.revocations {
            let id = try Self.key(SealedArchive.officeSeed).id
            $0.keys = [.init(id: id, since: 0, reason: "stolen")]
        }
        let both = try Self.verify(archive, trust, [list, stricter])
        #expect(both.codes(.failed) == ["issuer.revoked-key"])
    }

    @Test func `a key that is taken out of the list and revoked is refused for both`()
        async throws
    {
        let archive = try await SealedArchive()
        let trust = try Self.trust(SealedArchive.trust(seed: SealedArchive.strangerSeed))
        let list = try Self.revocations {
            let id = try Self.key(SealedArchive.officeSeed).id
            $0.keys = [.init(id: id, since: 0, reason: "stolen")]
        }
        let report = try Self.verify(archive, trust, [list])
        #expect(report.codes(.failed) == ["issuer.revoked-key", "issuer.unknown-key"])
    }

    @Test func `a dossier that is withdrawn fails by its status`() async throws {
        let archive = try await SealedArchive()
        let other = try await SealedArchive(name: "试样乙")
        let trust = try Self.trust(SealedArchive.trust())
        let id = try DossierID(parsing: archive.id)
        let list = try Self.revocations {
            $0.dossiers = [.init(id: id, at: Self.issued, reason: "withdrawn")]
        }
        let report = try Self.verify(archive, trust, [list])
        #expect(report.codes(.failed) == ["status.revoked"])
        #expect(report.outcome(of: .issuer) == .passed)
        #expect(!report.codes(.passed).contains("status.in-force"))
        #expect(try Self.verify(other, trust, [list]).isAccepted)
    }

    /// The archive is the first revision of its case.
    @Test(arguments: [(2, true, true), (1, true, true), (1, false, false), (2, false, false)])
    func `an older revision, or another of the same number, is superseded`(
        revision: Int,
        isOther: Bool,
        isSuperseded: Bool
    ) async throws {
        let archive = try await SealedArchive()
        let trust = try Self.trust(SealedArchive.trust())
        let id = try DossierID(parsing: archive.id)
        let other = try #require(DossierID(bytes: Array(repeating: 1, count: 8)))
        let list = try Self.revocations {
            $0.latest = [.init(caseID: id, revision: revision, id: isOther ? other : id)]
        }
        let report = try Self.verify(archive, trust, [list])
        #expect(report.codes(.failed) == (isSuperseded ? ["status.superseded"] : []))
        let elsewhere = try Self.revocations {
            $0.latest = [.init(caseID: other, revision: 5, id: other)]
        }
        #expect(try Self.verify(archive, trust, [elsewhere]).isAccepted)
    }

    @Test func `an office revokes for its own areas, a stranger for none`() async throws {
        let archive = try await SealedArchive()
        let other = Array(repeating: 50 as UInt8, count: 32)
        let id = try DossierID(parsing: archive.id)
        let office = try SealedArchive.trust().keys
        let list = try Self.revocations(by: other) {
            $0.dossiers = [.init(id: id, at: Self.issued, reason: "withdrawn")]
        }
        let sameArea = try Self.trust(
            TrustedKeys(office + SealedArchive.trust(seed: other, years: nil).keys)
        )
        #expect(try Self.verify(archive, sameArea, [list]).codes(.failed) == ["status.revoked"])

        let elsewhere = try Self.trust(
            TrustedKeys(office + SealedArchive.trust(seed: other, areas: [43]).keys)
        )
        let report = try Self.verify(archive, elsewhere, [list])
        #expect(report.isAccepted)
        #expect(report.codes(.warning) == ["revocations.absent"])

        // Not valid on the day of the list.
        let late = try Self.trust(
            TrustedKeys(office + SealedArchive.trust(seed: other, days: 20_490...20_818).keys)
        )
        #expect(try Self.verify(archive, late, [list]).isAccepted)

        let stranger = try Self.verify(archive, Self.trust(SealedArchive.trust()), [list])
        #expect(stranger.isAccepted)
        #expect(
            stranger.codes(.warning) == ["revocations.unknown-signer", "revocations.absent"]
        )
    }

    @Test func `an office may revoke its own key`() async throws {
        let archive = try await SealedArchive()
        let trust = try Self.trust(SealedArchive.trust())
        let list = try Self.revocations(by: SealedArchive.officeSeed) {
            let id = try Self.key(SealedArchive.officeSeed).id
            $0.keys = [.init(id: id, since: 0, reason: "stolen")]
        }
        let report = try Self.verify(archive, trust, [list])
        #expect(report.codes(.failed) == ["issuer.revoked-key"])
    }

    @Test(arguments: [(0, false), (365, false), (366, true)])
    func `a list older than a year is a warning, with its age in days`(age: Int, isOld: Bool)
        async throws
    {
        let archive = try await SealedArchive()
        let day = SealedArchive.lastDay
        let trust = try Self.trust(SealedArchive.trust(), on: day - age)
        let list = try Self.revocations(on: day - age)
        let report = try Self.verify(archive, trust, [list], day: day)
        #expect(report.isAccepted)
        let ages = report.steps.filter { ["trust.age", "revocations.age"].contains($0.code) }
        #expect(ages.map(\.detail) == ["\(age)", "\(age)"])
        #expect(ages.allSatisfy { $0.outcome == (isOld ? .warning : .passed) })
    }

    /// The old key until March, the new one from January on.
    @Test(arguments: [SealedArchive.officeSeed, SealedArchive.strangerSeed])
    func `in the overlap of a rotation both keys of an office count`(seed: [UInt8])
        async throws
    {
        let archive = try await SealedArchive(seed: seed)
        let keys =
            try SealedArchive.trust(days: 20_089...20_543).keys
            + SealedArchive.trust(seed: SealedArchive.strangerSeed, days: 20_454...20_818).keys
        let report = try Self.verify(archive, Self.trust(TrustedKeys(keys)), [])
        #expect(report.codes(.passed).contains("issuer.trusted"))
    }

    @Test func `a list that the root did not sign is not gone by at all`() throws {
        let root = try Self.root().verifyingKey
        let stranger = try Self.key(SealedArchive.strangerSeed)
        let plain = try TrustList(SealedArchive.trust())
        for list in [plain, try plain.signed(by: stranger, on: Self.issued)] {
            #expect(throws: SealError(.trustSignature, "\(root.id)")) {
                try VerificationContext(
                    trust: list,
                    revocations: [],
                    root: root,
                    day: Self.issued
                )
            }
        }
    }

    @Test func `without a root a signed list is said to be unchecked`() async throws {
        let archive = try await SealedArchive()
        let context = try VerificationContext(
            trust: Self.trust(SealedArchive.trust()),
            revocations: [],
            root: nil,
            day: Self.issued
        )
        let report = try ArchiveVerifier(context).verify(archive.path)
        #expect(report.isAccepted)
        #expect(report.codes(.warning) == ["trust.unchecked", "revocations.absent"])
    }
}
