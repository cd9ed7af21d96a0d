import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct RepairTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    /// The sample with a turned picture more, and one with something behind its end.
    private func candidate() throws -> String {
        try home.copy(Repository.sample("hubei-2025"), to: "c")
        let diploma = try home.bytes(of: "c/materials/毕业证书/1.jpg")
        try home.write(diploma + [0, 0, 0], to: "c/materials/毕业证书/1.jpg")
        try home.write(
            FlatJPEG.redAndBlue(orientation: 6),
            to: "c/materials/其他材料/1.jpg"
        )
        return home.path("c")
    }

    private func contents(_ folder: String) throws -> [[UInt8]] {
        try home.files(in: folder).map { try home.bytes(of: "\(folder)/\($0)") }
    }

    @Test func `repair says what it did, and check and pack use it`() throws {
        let folder = try candidate()
        let before = try contents("c/materials")
        let run = try dossier("repair", folder, "--lang", "en")
        #expect(run.output.contains("turned 90° clockwise without loss"))
        #expect(run.output.contains("trailing bytes cut off"))
        #expect(run.output.contains("Mended 2 pictures"))
        #expect(try contents("c/materials") == before)

        let check = try dossier("check", folder, "--lang", "en")
        #expect(!check.output.contains("[picture.turned]"))
        #expect(check.output.contains("2 of the pictures are taken from the folder repaired."))
        let originals = try dossier("check", folder, "--originals")
        #expect(originals.output.contains("[picture.turned]"))
        #expect(originals.status == 2)

        try dossier("pack", folder, "-o", home.path("c.zip"), "--allow-findings")
        let verified = try dossier("verify", home.path("c.zip"))
        #expect(verified.status == 0, "\(verified)")
        let files = try UnpackedArchive(home.path("c.zip")).files.keys
        #expect(files.filter { $0.hasPrefix("data/originals/") }.count == 2)
    }

    @Test func `a trial run writes nothing`() throws {
        let folder = try candidate()
        let run = try dossier("repair", "-n", folder, "--lang", "en")
        #expect(run.status == 0)
        #expect(run.output.contains("2 pictures can be mended (nothing was written)."))
        #expect(try home.names(in: "c") == ["candidate.yaml", "masks.yaml", "materials"])
    }

    @Test func `as JSON it says what was done to each picture`() throws {
        let run = try dossier("repair", candidate(), "--json")
        let value = try JSONValue(parsing: Array(run.output.utf8))
        let repairs = try #require(value["repairs"]?.array)
        #expect(
            repairs.map { $0["path"]?.string } == [
                "materials/毕业证书/1.jpg", "materials/其他材料/1.jpg",
            ]
        )
        #expect(repairs[1]["steps"]?[0]?["lossless"] == true)
        #expect(value["findings"]?.array != nil)
    }

    @Test func `a folder that cannot be written to is 1, and the originals stay`() throws {
        let folder = try candidate()
        let before = try contents("c/materials")
        try home.write("in the way", to: "c/repaired")
        let run = try dossier("repair", folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("repaired"))
        #expect(try contents("c/materials") == before)
    }

    @Test func `every code is listed, in both languages`() throws {
        let codes = try JSONValue(parsing: Array(try dossier("codes", "--json").output.utf8))
        let names = try #require(codes.array).compactMap { $0["code"]?.string }
        #expect(names.count == Set(names).count && names.count > 50)
        for language in ["zh", "en"] {
            let lines = try dossier("codes", "--lang", language).lines
            for name in names { #expect(lines.contains { $0.split(separator: " ")[0] == name }) }
        }
    }
}
