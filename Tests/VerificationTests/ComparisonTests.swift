import CandidateFixtures
import Packaging
import Testing
import Verification

/// What a resubmission changed.
@Suite struct ComparisonTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func pack(_ candidate: SmallCandidate, _ name: String) async throws -> String {
        let folder = try candidate.write(to: name, in: home)
        return try await PackRun().pack(folder, to: .archive(home.path("\(name).zip"))).path
    }

    private func compare(
        _ old: SmallCandidate,
        _ new: SmallCandidate
    ) async throws -> DossierComparison {
        let (before, after) = (try await pack(old, "old"), try await pack(new, "new"))
        let verification = try Verifier(VerificationContext(trusted: nil, day: 20_489))
            .verify([after], against: before)
        #expect(verification.isAccepted)
        return try #require(verification.comparison)
    }

    static let first: [String: [UInt8]] = [
        "身份证明/1.jpg": FlatJPEG.gray(40), "身份证明/2.jpg": FlatJPEG.gray(80),
        "毕业证书/1.jpg": FlatJPEG.gray(120),
    ]

    @Test(
        arguments: [
            (["身份证明/2.jpg": FlatJPEG.gray(81)], [.replaced], 2),
            (["身份证明/3.jpg": FlatJPEG.gray(160)], [.added], 3),
            (["身份证明/2.jpg": nil], [.removed], 2),
            (["身份证明/2.jpg": nil, "毕业证书/2.jpg": FlatJPEG.gray(80)], [.moved], 2),
            (
                ["身份证明/1.jpg": FlatJPEG.gray(80), "身份证明/2.jpg": FlatJPEG.gray(40)], [], 3
            ),
            (["毕业证书/1.jpg": nil, "身份证明/1.jpg": FlatJPEG.gray(41)], [.replaced, .removed], 1),
            ([:], [], 3),
        ] as [([String: [UInt8]?], [DossierComparison.Change], Int)]
    )
    func `pictures are told apart by their hashes`(
        edits: [String: [UInt8]?],
        changes: [DossierComparison.Change],
        unchanged: Int
    ) async throws {
        var pictures = Self.first
        for (path, bytes) in edits { pictures[path] = bytes }
        let comparison = try await compare(
            SmallCandidate(pictures: Self.first),
            SmallCandidate(pictures: pictures)
        )
        #expect(comparison.pictures.map(\.change) == changes)
        #expect(comparison.unchanged == unchanged)
        #expect(comparison.isSamePerson)
        #expect(comparison.lineage == (edits.isEmpty ? .same : .unrelated))
    }

    @Test func `another name or number is another person`() async throws {
        let comparison = try await compare(SmallCandidate(), SmallCandidate(name: "试样乙"))
        #expect(!comparison.isSamePerson)
        #expect(comparison.pictures.isEmpty)
    }
}
