import CandidateFixtures
import Foundation
import Registration
import Review
import Sealing
import TemplateCatalog
import Testing

@testable import Packaging

@Suite struct MaskedFolderTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private static let box = """
        - picture: materials/身份证明/1.jpg
          boxes: [[3, 3, 5, 5]]
        - { picture: materials/毕业证书/1.jpg, clear: true }

        """

    private func candidate(_ masks: String?, named name: String = "c") throws -> String {
        let folder = try SmallCandidate().write(to: name, in: home)
        if let masks { try home.write(masks, to: "\(name)/masks.yaml") }
        return folder
    }

    private func make(_ folder: String) async throws -> MaskedFolder {
        let review = try await PackRun().review(folder)
        return try MaskedFolder.make(review, catalog: Repository.catalog(), in: home.path)
    }

    private static var masked: PackOptions {
        var options = PackRun.anyDay
        options.composition.isMasked = true
        return options
    }

    @Test func `without masks.yaml every picture with personal data is withheld`() async throws {
        let masked = try await make(candidate(nil))
        let pictures = masked.review.allPictures
        let withheld = PictureMasking(.withheld, by: .noRegion)
        #expect(pictures.map(\.masking) == [withheld, withheld, withheld])
        #expect(pictures.allSatisfy { $0.picture.facts.size == ByteCount(0) })
        _ = consume masked
    }

    @Test func `boxes are hidden, clear pictures shown, and the rest withheld`() async throws {
        let masked = try await make(candidate(Self.box))
        let review = masked.review
        #expect(review.allPictures.map(\.masking?.rule) == [.boxes, .noRegion, .clear])
        let hidden = try #require(review.allPictures.first)
        // A gray JPEG hides whole blocks of eight, and what a decoder may smear from them.
        #expect(
            hidden.masking?.regions == [PixelRegion(x: 0, y: 0, width: 16, height: 16)]
        )
        let mode = try FileManager.default.attributesOfItem(atPath: hidden.location)
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let original = try home.bytes(of: "c/materials/身份证明/1.jpg")
        #expect(hidden.picture.facts.hash != ContentHash.of(original))
        _ = consume masked
    }

    @Test func `the masked pictures go with the value`() async throws {
        let before = try home.names()
        do {
            let masked = try await make(candidate(Self.box))
            #expect(try home.names().count == before.count + 2)
            _ = consume masked
        }
        #expect(try home.names() == before + ["c"])
    }

    @Test func `a mistake in masks.yaml leaves nothing behind`() async throws {
        let folder = try candidate("- { picture: materials/身份证明/9.jpg, clear: true }")
        await #expect(throws: (any Error).self) { _ = try await make(folder) }
        #expect(try home.names() == ["c"])
    }

    @Test func `name, number and dates are masked, the commitment stays`() async throws {
        let folder = try candidate(Self.box)
        let review = try await PackRun().review(folder)
        let masked = try await make(folder)
        let candidate = masked.review.file.candidate
        #expect(candidate.name == "试**" && candidate.idNumber == "9901************19")
        #expect(candidate.profile["level"] == .text("执业医师"))
        let salt = SubjectSalt(pictures: review.allPictures.map(\.picture.facts.hash))
        let commitment = try SubjectCommitment(review.file.candidate, salt: salt)
        #expect(masked.review.commitment == commitment)
        _ = consume masked
    }

    @Test func `a copy that would show everything is refused`() async throws {
        let names = SmallCandidate().pictures.keys.sorted()
        let clear = names.map { "- { picture: materials/\($0), clear: true }\n" }.joined()
        let folder = try candidate(clear)
        let error = await #expect(throws: PackagingError.self) { _ = try await make(folder) }
        #expect(error?.code == .nothingMasked)
    }

    @Test func `a file that bears the name does not tell it`() async throws {
        var candidate = SmallCandidate()
        candidate.pictures["毕业证书/试样甲990101199001010019.jpg"] = FlatJPEG.gray(99)
        let folder = try candidate.write(to: "c", in: home)
        let packed = try await PackRun(Self.masked).pack(folder, to: .archive(home.path("a.zip")))
        let manifest = try #require(try UnpackedArchive(packed.path)["data/manifest.json"])
        let text = String(decoding: manifest, as: UTF8.self)
        #expect(text.contains("materials/毕业证书/试**9901************19.jpg"))
        #expect(!text.contains("试样甲") && !text.contains("990101199001010019"))
    }

    @Test func `a masked archive holds masked files alone, and the same ones again`() async throws {
        let folder = try candidate(Self.box)
        var archives: [UnpackedArchive] = []
        for name in ["a.zip", "b.zip"] {
            let run = try PackRun(Self.masked)
            let packed = try await run.pack(folder, to: .archive(home.path(name)))
            archives.append(try UnpackedArchive(packed.path))
        }
        #expect(archives[0].files == archives[1].files)
        #expect(
            archives[0].files.keys.filter { $0.hasPrefix("data/") }.sorted() == [
                "data/dossier.pdf", "data/manifest.json", "data/materials/01-身份证明/01.jpg",
                "data/materials/02-毕业证书/01.jpg",
            ]
        )
        let value = try JSONValue(parsing: try #require(archives[0]["data/manifest.json"]))
        #expect(value["composition"]?["masked"] == true && value["papers"] == [])
        let pictures = (value["materials"]?.array ?? []).flatMap { $0["pictures"]?.array ?? [] }
        #expect(
            pictures.map { $0["masked"] } == [
                ["rule": "boxes", "withheld": false, "regions": [[0, 0, 16, 16]]],
                ["rule": "no-region", "withheld": true, "regions": []], nil,
            ]
        )
        #expect(pictures[1]["sha256"] == nil && pictures[1]["path"] == nil)
    }
}
