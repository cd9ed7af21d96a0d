import CandidateFixtures
import Registration
import Sealing
import Testing

@testable import Packaging

@Suite struct ManifestTests {
    let home: TemporaryFolder
    let candidate = SmallCandidate()

    init() throws { home = try TemporaryFolder() }

    /// The manifest as it lies in an archive, and the archive's own account of itself.
    private func manifest() async throws -> (bytes: [UInt8], archive: PackedArchive) {
        let folder = try candidate.write(to: "c", in: home)
        let archive = try await PackRun().pack(folder, to: .archive(home.path("a.zip")))
        return (try #require(try UnpackedArchive(archive.path)["data/manifest.json"]), archive)
    }

    @Test func `it is canonical and its hash names the dossier`() async throws {
        let (bytes, archive) = try await manifest()
        #expect(JSONValue.isCanonical(bytes))
        let tool = try #require(OutsideTool("sha256sum"))
        let sum = try tool.run([home.write(bytes, to: "manifest.json")]).prefix(64)
        #expect(archive.manifest.hex == sum)
        // The first eight bytes in Crockford's base32 are thirteen letters; the fourteenth checks.
        let number = try #require(UInt64(sum.prefix(16), radix: 16))
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let letters = (0..<13).reversed().map { alphabet[Int(number >> UInt64($0 * 5) & 31)] }
        #expect(archive.id.prefix(13) == String(letters))
        #expect(try DossierID(parsing: archive.printedID).compact == archive.id)
    }

    @Test func `it lists every picture with its place, hash and page`() async throws {
        let (bytes, archive) = try await manifest()
        let value = try JSONValue(parsing: bytes)
        let pictures = try #require(value["materials"]?.array).flatMap {
            $0["pictures"]?.array ?? []
        }
        #expect(
            pictures.map { $0["source"]?.string } == [
                "materials/身份证明/1.jpg", "materials/身份证明/2.jpg", "materials/毕业证书/1.jpg",
            ]
        )
        let files = try UnpackedArchive(archive.path)
        let drawn = try Self.pagesWithPictures(files, in: home)
        let tool = try #require(OutsideTool("sha256sum"))
        for (index, picture) in pictures.enumerated() {
            let source = try #require(picture["source"]?.string)
            let sum = try tool.run([home.path("c/\(source)")]).prefix(64)
            #expect(picture["sha256"]?.string == String(sum))
            #expect(picture["page"]?.integer == drawn[index])
            let path = try #require(picture["path"]?.string)
            #expect(try files[path] == home.bytes(of: "c/\(source)"))
        }
        // Both have 8 pixels a block.
        #expect(pictures.map { $0["width"]?.integer } == [32, 32, 64])
        #expect(pictures.map { $0["height"]?.integer } == [32, 32, 32])
        #expect(value["pages"]?.integer == archive.pages - 1)
    }

    /// The printed numbers of the pages with pictures, as poppler finds them: the cover is 0.
    private static func pagesWithPictures(
        _ files: UnpackedArchive,
        in home: borrowing TemporaryFolder
    ) throws -> [Int] {
        let pdf = try home.write(try #require(files["data/dossier.pdf"]), to: "listed.pdf")
        let list = try #require(OutsideTool("pdfimages")).run(["-list", pdf])
        return list.split(separator: "\n").dropFirst(2)
            .compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }.map { $0 - 1 }
    }

    @Test func `it bears the name and of the number only the ends`() async throws {
        let (bytes, _) = try await manifest()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(candidate.name))
        #expect(text.contains("\"9901************19\""))
        #expect(!text.contains(candidate.idNumber))
        #expect(!text.contains("19900101"))
    }

    @Test func `findings, waivers and overrides stand in it with their reasons`() async throws {
        var yaml = candidate.yaml
        yaml += """
            waivers:
              - {material: 学位证书, reason: 遗失}
            papers:
              - {material: 身份证明, expires: 2026-01-31}
              - {material: 学历认证报告, issued: 2025-06, expires: 长期}
            overrides:
              - {code: picture.turned, picture: materials/身份证明/3.jpg, reason: 原件如此}

            """
        try candidate.write(to: "c", in: home)
        try home.write(yaml, to: "c/candidate.yaml")
        try home.write(
            FlatJPEG.redAndBlue(orientation: 6),
            to: "c/materials/身份证明/3.jpg"
        )
        try home.write("x", to: "c/materials/stray.txt")
        let archive = try await PackRun().pack(home.path("c"), to: .folder(home.path))
        let bytes = try #require(try UnpackedArchive(archive.path)["data/manifest.json"])
        let value = try JSONValue(parsing: bytes)
        let findings = try #require(value["findings"]?.array)
        #expect(findings.contains { $0["picture"]?.string == "materials/stray.txt" })
        #expect(!findings.contains { $0["code"]?.string == "picture.turned" })
        #expect(value["papers"]?[0] == ["material": "hb.id", "expires": "2026-01-31"])
        #expect(
            value["papers"]?[1]
                == ["material": "hb.eduVerify", "issued": "2025-06", "expires": "never"]
        )
        #expect(findings.contains { $0["code"]?.string == "paper.expired" })
        #expect(value["overrides"]?[0]?["reason"]?.string == "原件如此")
        #expect(value["overrides"]?[0]?["finding"]?["code"]?.string == "picture.turned")
        #expect(value["waivers"]?[0]?["reason"]?.string == "遗失")
    }

    @Test func `errors refuse a folder unless they are allowed, and nothing is then written`()
        async throws
    {
        let folder = try candidate.write(to: "c", in: home)
        var options = PackRun.anyDay
        options.allowsFindings = false
        try home.write("", to: "out/.keep")
        let outcome = try await PackRun(options).outcome(folder, to: .folder(home.path("out")))
        guard case .refused = outcome else {
            Issue.record("packed in spite of errors")
            return
        }
        #expect(try home.names(in: "out") == [".keep"])
    }
}
