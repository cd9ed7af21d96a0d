import CandidateFixtures
import Packaging

/// A dossier as the command packs it, and what its archive holds.
struct PackedDossier {
    let archive: PackedArchive
    let files: [String: [UInt8]]
    let home: TemporaryFolder

    var pdf: [UInt8] { files["data/dossier.pdf"] ?? [] }

    var pdfPath: String { home.path("dossier.pdf") }

    /// The sample candidate of an area.
    init(sample: String) async throws {
        try await self.init(folder: Repository.sample(sample), in: TemporaryFolder())
    }

    init(_ candidate: SmallCandidate) async throws {
        let home = try TemporaryFolder()
        try await self.init(folder: candidate.write(to: "c", in: home), in: home)
    }

    private init(folder: String, in home: TemporaryFolder) async throws {
        self.home = home
        archive = try await PackRun().pack(folder, to: .archive(home.path("a.zip")))
        files = try UnpackedArchive(archive.path).files
        try home.write(files["data/dossier.pdf"] ?? [], to: "dossier.pdf")
    }
}
