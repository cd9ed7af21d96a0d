import CandidateFixtures
import Foundation
import Registration
import Review
import Sealing
import Testing

@testable import Packaging

@Suite struct FolderRepairTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    static let looks = ["picture.blank", "picture.dark", "picture.low-contrast"]
    static let turned = FlatJPEG.redAndBlue(orientation: 6)

    private func review(_ folder: String, usesRepairs: Bool = true) async throws -> FolderReview {
        try await FolderReview(
            at: folder,
            catalog: Repository.catalog(),
            day: PackRun.anyDay.date,
            usesRepairs: usesRepairs
        )
    }

    @discardableResult
    private func repair(_ folder: String) async throws -> [PictureRepair] {
        let repair = try FolderRepair(
            await review(folder, usesRepairs: false),
            catalog: Repository.catalog()
        )
        let repairs = try await repair.mend(jobs: 2)
        try repair.write(repairs)
        return repairs
    }

    /// What is wrong with the pictures; how flat colours look goes without saying.
    private func codes(_ folder: String) async throws -> [String] {
        try await review(folder).findings.filter { $0.picture != nil && $0.severity > .note }
            .map(\.code.rawValue).filter { !Self.looks.contains($0) }
    }

    private func expectCodes(
        _ expected: [String],
        in folder: String,
        at place: SourceLocation = #_sourceLocation
    ) async throws {
        let codes = try await codes(folder)
        #expect(codes == expected, sourceLocation: place)
    }

    private func candidate(_ pictures: [String: [UInt8]]) throws -> String {
        try SmallCandidate(pictures: pictures).write(to: "c", in: home)
    }

    @Test func `a turned picture is mended beside its original, which stays`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned])
        try await expectCodes(["picture.turned"], in: folder)
        let repairs = try await repair(folder)
        #expect(repairs.map(\.entry?.repaired.path) == ["repaired/毕业证书/1.jpg"])
        #expect(try home.bytes(of: "c/materials/毕业证书/1.jpg") == Self.turned)
        try await expectCodes([], in: folder)
        #expect(
            try home.files(in: "c/repaired") == ["repairs.json", "毕业证书/1.jpg"]
        )
        let attributes = try FileManager.default.attributesOfItem(
            atPath: home.path("c/repaired/毕业证书/1.jpg")
        )
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a folder without faults gets no folder of repairs`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": FlatJPEG.redAndBlue()])
        #expect(try await repair(folder).isEmpty)
        #expect(try home.names(in: "c") == ["candidate.yaml", "materials"])
    }

    @Test func `a second repair changes no byte`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned, "毕业证书/2.png": Self.turned])
        try await repair(folder)
        let files = try home.files(in: "c/repaired")
        let before = try files.map { try home.bytes(of: "c/repaired/\($0)") }
        try await repair(folder)
        #expect(try home.files(in: "c/repaired") == files)
        #expect(try files.map { try home.bytes(of: "c/repaired/\($0)") } == before)
    }

    @Test func `two pictures of one name but for its extension stay two`() async throws {
        let other = FlatJPEG.gray(90) + [0, 0]
        let folder = try candidate(["毕业证书/1.jpg": Self.turned, "毕业证书/1.png": other])
        let paths = try await repair(folder).compactMap(\.entry?.repaired.path)
        #expect(paths == ["repaired/毕业证书/1.jpg", "repaired/毕业证书/1-2.jpg"])
        try await expectCodes([], in: folder)
    }

    @Test func `an original that changed is taken itself, and said to be`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned])
        try await repair(folder)
        try home.write(FlatJPEG.gray(60), to: "c/materials/毕业证书/1.jpg")
        try await expectCodes(["repair.stale"], in: folder)
        try await repair(folder)
        try await expectCodes([], in: folder)
        #expect(try home.files(in: "c/repaired") == ["repairs.json"])
    }

    @Test func `a repaired file that was changed by hand is not used`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned])
        try await repair(folder)
        try home.write(FlatJPEG.gray(60), to: "c/repaired/毕业证书/1.jpg")
        try await expectCodes(["picture.turned", "repair.altered"], in: folder)
        try home.remove("c/repaired/毕业证书/1.jpg")
        try await expectCodes(["picture.turned", "repair.altered"], in: folder)
    }

    @Test func `a file that a person put in place of a repair is not removed`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned])
        try await repair(folder)
        let own = FlatJPEG.gray(60)
        try home.write(own, to: "c/repaired/毕业证书/1.jpg")
        try home.write(FlatJPEG.redAndBlue(), to: "c/materials/毕业证书/1.jpg")
        try await repair(folder)
        #expect(try home.bytes(of: "c/repaired/毕业证书/1.jpg") == own)
    }

    @Test func `through a link nothing is written over the originals`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned])
        try FileManager.default.createSymbolicLink(
            atPath: home.path("c/repaired"),
            withDestinationPath: home.path("c/materials")
        )
        await #expect(throws: PackagingError.self) { try await repair(folder) }
        #expect(try home.bytes(of: "c/materials/毕业证书/1.jpg") == Self.turned)
        #expect(try home.files(in: "c/materials") == ["毕业证书/1.jpg"])
    }

    @Test(
        arguments: [
            "", "{}", "[1]", #"{"format":"dossier-repairs/2","repairs":[]}"#,
            #"{"format":"dossier-repairs/1","repairs":[{}]}"#,
        ]
    )
    func `a log that is none is an error, not a guess`(text: String) async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned])
        try home.write(text, to: "c/repaired/repairs.json")
        await #expect(throws: PackagingError(.repairsUnreadable, "repaired/repairs.json")) {
            try await review(folder)
        }
    }

    @Test(arguments: ["../c/x.jpg", "repaired/../../x.jpg", "/etc/passwd", "repaired//x.jpg"])
    func `a log cannot lead out of its folder`(path: String) async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned])
        try await repair(folder)
        let log = String(decoding: try home.bytes(of: "c/repaired/repairs.json"), as: UTF8.self)
        try home.write(
            log.replacing("repaired/毕业证书/1.jpg", with: path),
            to: "c/repaired/repairs.json"
        )
        await #expect(throws: PackagingError.self) { try await review(folder) }
    }

    @Test func `an override of the original holds for its repair too`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned])
        try await repair(folder)
        let yaml = SmallCandidate().yaml
        try home.write(
            yaml
                + """
                overrides:
                  - code: picture.blank
                    picture: materials/毕业证书/1.jpg
                    reason: 试验

                """,
            to: "c/candidate.yaml"
        )
        var review = try await review(folder)
        review.add([Finding(.init("picture.blank"), .error, picture: "repaired/毕业证书/1.jpg")])
        #expect(review.overridden.map(\.finding.code.rawValue) == ["picture.blank"])
    }

    @Test func `a picture is turned as a person says, on top of what its tag says`() async throws {
        let folder = try candidate(["毕业证书/1.jpg": Self.turned, "毕业证书/2.jpg": FlatJPEG.gray(90)])
        let turns = """
            turns:
              - { picture: materials/毕业证书/1.jpg, degrees: 180 }
              - { picture: materials/毕业证书/2.jpg, degrees: 90 }
              - { picture: materials/毕业证书/3.jpg, degrees: 90 }

            """
        try home.write(SmallCandidate().yaml + turns, to: "c/candidate.yaml")
        let steps = try await repair(folder).compactMap(\.entry?.steps)
        #expect(
            steps == [
                [.turned(PictureTurn(isMirrored: false, quarters: 3), isLossless: true)],
                [.turned(PictureTurn(isMirrored: false, quarters: 1), isLossless: true)],
            ]
        )
        let lost = try await review(folder).findings.filter { $0.code == .turnUnknown }
        #expect(lost.map(\.measured) == ["materials/毕业证书/3.jpg"])
    }

    @Test func `the archive holds repaired pictures, their originals, and what was done`()
        async throws
    {
        let folder = try candidate([
            "毕业证书/1.jpg": Self.turned, "毕业证书/2.jpg": FlatJPEG.redAndBlue(),
        ])
        try await repair(folder)
        let archive = try await PackRun().pack(folder, to: .archive(home.path("c.zip")))
        let unpacked = try UnpackedArchive(archive.path)
        let manifest = try JSONValue(parsing: #require(unpacked["data/manifest.json"]))
        let materials = try #require(manifest["materials"]?.array)
        let pictures = materials.flatMap { $0["pictures"]?.array ?? [] }
        let picture = try #require(pictures.first { $0["repair"] != nil })
        #expect(pictures.count == 2)
        #expect(picture["source"] == "repaired/毕业证书/1.jpg")
        let original = try #require(picture["repair"]?["original"])
        #expect(original["source"] == "materials/毕业证书/1.jpg")
        #expect(original["sha256"]?.string == ContentHash.of(Self.turned).hex)
        let path = try #require(original["path"]?.string)
        #expect(path.hasPrefix("data/originals/"))
        #expect(unpacked[path] == Self.turned)
        #expect(picture["repair"]?["steps"]?[0]?["step"] == "turned")
    }
}
