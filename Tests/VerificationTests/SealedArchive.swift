import Archiving
import CandidateFixtures
import Packaging
import Registration
import Sealing
import Verification

/// A small candidate's archive, sealed on 2026-02-05 for Hubei 2025, and who trusts its key.
struct SealedArchive {
    let home: TemporaryFolder
    let path: String
    let id: String
    static let issued = 20_489
    static let lastDay = 20_818

    /// Packs; without a seed, without a seal.
    init(
        seed: [UInt8]? = Self.officeSeed,
        name: String = "试样甲",
        gray: UInt8 = 40
    ) async throws {
        home = try TemporaryFolder()
        var options = PackRun.anyDay
        options.key = try seed.map { try SigningKey(seed: $0) }
        var candidate = SmallCandidate(name: name)
        candidate.pictures["身份证明/1.jpg"] = FlatJPEG.gray(gray)
        let folder = try candidate.write(to: "c", in: home)
        let archive = try await PackRun(options).pack(folder, to: .archive(home.path("a.zip")))
        (path, id) = (archive.path, archive.id)
    }

    static let officeSeed = Array(repeating: 42 as UInt8, count: 32)
    static let strangerSeed = Array(repeating: 43 as UInt8, count: 32)

    /// Trusts the office's key for Hubei in 2025, in the year 2026, unless told otherwise.
    static func trust(
        seed: [UInt8] = officeSeed,
        areas: Set<Int> = [42],
        years: Set<Int>? = [2025],
        days: ClosedRange<Int> = 20_454...20_818
    ) throws -> TrustedKeys {
        TrustedKeys([
            TrustedKey(
                key: try SigningKey(seed: seed).verifyingKey,
                name: "试验考点",
                areas: areas,
                years: years,
                days: days
            )
        ])
    }

    static func verify(
        _ path: String,
        trust: TrustedKeys?,
        day: Int = issued
    ) throws -> VerificationReport {
        try ArchiveVerifier(VerificationContext(trusted: trust, day: day)).verify(path)
    }

    /// Unpacks into a folder, anew each time.
    func unpack(to name: String = "bag") throws -> String {
        if try home.names().contains(name) { try home.remove(name) }
        try UnpackedArchive(path).write(to: name, in: home)
        return home.path(name)
    }
}

extension VerificationReport {
    /// The codes of the steps that came out so.
    func codes(_ outcome: Outcome) -> [String] {
        steps.filter { $0.outcome == outcome }.map(\.code)
    }

    /// Whether a failed step names the file, as the file or in its detail.
    func blames(_ file: String) -> Bool {
        steps.contains { step in
            step.outcome == .failed
                && (step.file == file
                    || step.detail?.split(separator: " ").contains(file[...]) == true)
        }
    }
}
