import CandidateFixtures
import Packaging
import Registration

@testable import Casework

/// A small candidate's folder packed twice, with changes between.
struct TwoRevisions {
    let home: TemporaryFolder
    let paths: (before: String, after: String)

    /// One picture replaced, one added, one taken out, one unchanged, and one answer changed.
    init() async throws {
        home = try TemporaryFolder()
        var candidate = SmallCandidate()
        let before = try await Self.pack(candidate, as: "before", in: home)
        candidate.pictures["身份证明/2.jpg"] = FlatJPEG.gray(120)
        candidate.pictures["毕业证书/1.jpg"] = nil
        candidate.pictures["身份证明/3.jpg"] = FlatJPEG.gray(160)
        let after = try await Self.pack(candidate, as: "after", in: home) {
            $0.replacing("education: 本科", with: "education: 硕士研究生")
        }
        paths = (before, after)
    }

    private static func pack(
        _ candidate: SmallCandidate,
        as name: String,
        in home: TemporaryFolder,
        _ change: (String) -> String = { $0 }
    ) async throws -> String {
        try candidate.write(to: name, in: home)
        try home.write(change(candidate.yaml), to: "\(name)/candidate.yaml")
        let target = PackTarget.archive(home.path("\(name).zip"))
        return try await PackRun().pack(home.path(name), to: target).path
    }
}
