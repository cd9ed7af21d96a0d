import CandidateFixtures
import Packaging
import Sealing
import Testing
import Verification

@Suite struct IssuerAndStatusTests {
    /// The seal is of 2026-02-05 and ends with that year, the later one of issue and exam.
    @Test(
        arguments: [
            (SealedArchive.issued - 1, "status.not-yet-issued"),
            (SealedArchive.issued, "status.in-force"),
            (SealedArchive.lastDay, "status.in-force"),
            (SealedArchive.lastDay + 1, "status.expired"),
        ]
    )
    func `a seal is in force from its day to the end of the year`(day: Int, code: String)
        async throws
    {
        let archive = try await SealedArchive()
        let report = try SealedArchive.verify(
            archive.path,
            trust: SealedArchive.trust(),
            day: day
        )
        let isInForce = code == "status.in-force"
        #expect(report.codes(isInForce ? .passed : .failed).contains(code))
        #expect(report.outcome(of: .status) == (isInForce ? .passed : .failed))
        #expect(report.isAccepted == isInForce)
        // The other questions are not touched by the day.
        #expect(report.outcome(of: .integrity) == .passed)
        #expect(report.outcome(of: .issuer) == .passed)
    }

    struct Trust: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var keys: @Sendable () throws -> TrustedKeys
    }

    static let trusts = [
        Trust(testDescription: "issuer.unknown-key") {
            try SealedArchive.trust(seed: SealedArchive.strangerSeed)
        },
        Trust(testDescription: "issuer.not-for-area") { try SealedArchive.trust(areas: [43]) },
        Trust(testDescription: "issuer.not-for-year") { try SealedArchive.trust(years: [2026]) },
        Trust(testDescription: "issuer.outside-validity") {
            try SealedArchive.trust(days: 20_454...20_488)
        },
        Trust(testDescription: "issuer.outside-validity") {
            try SealedArchive.trust(days: 20_490...20_818)
        },
        Trust(testDescription: "issuer.unknown-key") { TrustedKeys([]) },
    ]

    @Test(arguments: trusts)
    func `a key that may not seal this is told apart from damage`(trust: Trust) async throws {
        let archive = try await SealedArchive()
        let report = try SealedArchive.verify(archive.path, trust: trust.keys())
        #expect(!report.isAccepted)
        #expect(report.codes(.failed) == [trust.testDescription])
        #expect(report.outcome(of: .issuer) == .failed)
        #expect(report.outcome(of: .integrity) == .passed)
        #expect(report.outcome(of: .status) == .passed)
    }

    @Test func `neither seal nor codes bear name or number`() async throws {
        let archive = try await SealedArchive()
        let bytes = try #require(try UnpackedArchive(archive.path)["seal.txt"])
        let seal = try SealText(parsing: String(decoding: bytes.dropLast(), as: UTF8.self))
        let candidate = SmallCandidate()
        for secret in [candidate.name, candidate.idNumber, "19900101"] {
            #expect(!contains(bytes, secret))
            #expect(!contains(seal.envelope.encoded, secret))
        }
    }

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    }
}
