import Archiving
import CandidateFixtures
import Registration
import Sealing
import TemplateCatalog
import Testing

@testable import Packaging

@Suite struct ArchiveSealerTests {
    let home: TemporaryFolder
    private let key: SigningKey

    init() throws {
        home = try TemporaryFolder()
        key = try SigningKey(seed: Array(repeating: 11, count: 32))
    }

    private func seal(
        _ path: String,
        to name: String,
        on day: String = "2026-03-01",
        allowsFindings: Bool = true
    ) async throws -> ArchiveSealer.Result {
        var options = PackRun.onDay(day)
        options.key = key
        options.allowsFindings = allowsFindings
        let sealer = ArchiveSealer(
            resources: try PackResources(Repository.catalog()),
            fonts: try PackRun.fonts(),
            options: options
        )
        return try await sealer.seal(path, to: .archive(home.path(name)), jobs: 2)
    }

    private func manifest(_ path: String) throws -> JSONValue {
        try JSONValue(parsing: #require(UnpackedArchive(path)["data/manifest.json"]))
    }

    @Test(arguments: ["hunan-2026", "hubei-2025"])
    func `a sealed sample has the same pictures, person, papers and findings`(sample: String)
        async throws
    {
        let day = sample == "hunan-2026" ? "2026-02-05" : "2025-02-10"
        let folder = Repository.root + "/Templates/Samples/" + sample
        let first = try await PackRun(PackRun.onDay(day))
            .pack(folder, to: .archive(home.path("first.zip")))
        let result = try await seal(first.path, to: "sealed.zip")
        let sealed = try #require(result.archive)
        #expect(sealed.isSealed)
        #expect(!result.areaChanged)
        let (before, after) = (try manifest(first.path), try manifest(sealed.path))
        for member in ["candidate", "papers", "waivers", "findings", "overrides", "area"] {
            #expect(after[member] == before[member], "\(member)")
        }
        #expect(hashes(after) == hashes(before))
        #expect(after["revision"]?.integer == 2)
        #expect(after["supersedes"]?.string == first.printedID)
        #expect(after["case"]?.string == first.printedID)
        #expect(after["date"] == "2026-03-01")
        // Nothing of the unpacked folder is left.
        #expect(try home.names() == ["first.zip", "sealed.zip"])
    }

    private func hashes(_ manifest: JSONValue) -> [String] {
        (manifest["materials"]?.array ?? []).flatMap { material in
            (material["pictures"]?.array ?? []).map { picture in
                [picture["source"], picture["path"], picture["sha256"]]
                    .map { $0?.string ?? "" }.joined(separator: " ")
            }
        }
    }

    @Test func `sealed again, the case keeps its first id`() async throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let first = try await PackRun().pack(folder, to: .archive(home.path("1.zip")))
        let second = try #require(try await seal(first.path, to: "2.zip").archive)
        let third = try #require(try await seal(second.path, to: "3.zip").archive)
        let manifest = try manifest(third.path)
        #expect(manifest["revision"]?.integer == 3)
        #expect(manifest["case"]?.string == first.printedID)
        #expect(manifest["supersedes"]?.string == second.printedID)
        // The codes in the archive say so too.
        let text = try #require(UnpackedArchive(third.path)["seal.txt"])
        let seal = try SealText(parsing: String(decoding: text.dropLast(), as: UTF8.self))
        #expect(seal.payload.revision == 3)
        #expect(seal.payload.caseID?.description == first.printedID)
    }

    @Test func `errors refuse the seal`() async throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let first = try await PackRun().pack(folder, to: .archive(home.path("1.zip")))
        let result = try await seal(first.path, to: "2.zip", allowsFindings: false)
        #expect(result.archive == nil)
        #expect(result.review.count(of: .error) > 0)
        #expect(try home.names() == ["1.zip", "c"])
    }

    @Test func `repaired pictures keep their originals and their story`() async throws {
        let candidate = SmallCandidate(pictures: ["身份证明/1.jpg": FlatJPEG.gray(90)])
        let folder = try candidate.write(to: "c", in: home)
        let original = FlatJPEG.gray(90)
        let mended = FlatJPEG.gray(91)
        try home.write(mended, to: "c/repaired/身份证明/1.jpg")
        let log = RepairLog([
            RepairLog.Entry(
                original: file("materials/身份证明/1.jpg", original),
                repaired: file("repaired/身份证明/1.jpg", mended),
                steps: [.recoded(quality: 70)]
            )
        ])
        try home.write(log.json.canonicalBytes(), to: "c/repaired/repairs.json")
        let first = try await PackRun().pack(folder, to: .archive(home.path("1.zip")))
        let sealed = try #require(try await seal(first.path, to: "2.zip").archive)
        let (before, after) = (try manifest(first.path), try manifest(sealed.path))
        #expect(after["materials"] == before["materials"])
        let files = try UnpackedArchive(sealed.path)
        #expect(files["data/originals/01-身份证明/01.jpg"] == original)
        #expect(files["data/materials/01-身份证明/01.jpg"] == mended)
    }

    private func file(_ path: String, _ bytes: [UInt8]) -> RepairLog.File {
        RepairLog.File(
            path: path,
            hash: .of(bytes),
            size: ByteCount(bytes.count),
            format: .jpeg,
            pixels: PixelSize(width: 8, height: 8),
            quality: nil
        )
    }

    /// What a hostile manifest may say of where a picture was.
    @Test(arguments: [
        "materials/../../x.jpg", "/etc/x.jpg", "materials/a", "materials/a/b/c.jpg",
        "candidate.yaml",
        "materials//x.jpg", "materials/a/.", "repaired/repairs.json", "materials/a/x\u{0}.jpg", "",
    ])
    func `a picture is laid out in the folder or not at all`(source: String) async throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let first = try await PackRun().pack(folder, to: .archive(home.path("1.zip")))
        let bytes = try #require(UnpackedArchive(first.path)["data/manifest.json"])
        var manifest = try #require(JSONValue(parsing: bytes).object)
        let materials = manifest["materials"]?.array ?? []
        var material = try #require(
            materials.compactMap(\.object).first { $0["pictures"]?[0] != nil }
        )
        var picture = try #require(material["pictures"]?[0]?.object)
        picture["source"] = .string(source)
        material["pictures"] = [.object(picture)]
        manifest["materials"] = [.object(material)]
        let forged = try JSONValue.object(manifest).canonicalBytes()
        #expect(throws: PackagingError.self) { try ArchivedDossier(manifest: forged) }
    }
}
