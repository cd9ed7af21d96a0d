import Archiving
import CandidateFixtures
import PDFWriting
import PageLayout
import Registration
import Sealing
import TemplateCatalog
import Testing

@testable import Packaging

/// A dossier laid out again from its archive has the pages that were laid out from the folder.
@Suite struct ReprintedDossierTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    /// What a dossier is composed for, and how it is issued.
    struct Making: Sendable, CustomTestStringConvertible {
        var profile = "screen"
        var pages: Int?
        var isSealed = false
        var hasWatermark = false
        var perPage: Int?
        var thumbnails: Int?

        var testDescription: String {
            "\(profile) \(pages ?? 0) \(isSealed) \(hasWatermark) \(perPage ?? 0) \(thumbnails ?? 0)"
        }
    }

    private static let makings = [
        Making(), Making(isSealed: true), Making(profile: "print", hasWatermark: true),
        Making(profile: "print", pages: 12, isSealed: true), Making(profile: "review", pages: 9),
        Making(perPage: 2, thumbnails: 12), Making(profile: "print", perPage: 2, thumbnails: 4),
    ]

    private func options(_ making: Making, on day: String) throws -> PackOptions {
        var options = PackRun.onDay(day)
        if making.isSealed { options.key = try SigningKey(seed: Array(repeating: 7, count: 32)) }
        let profiles = try Repository.catalog().dossierProfiles()
        options.composition = Composition(
            profile: profiles[making.profile],
            picturesPerPage: making.perPage,
            thumbnailsPerPage: making.thumbnails,
            limit: VolumeLimit(pages: making.pages),
            hasWatermark: making.hasWatermark
        )
        return options
    }

    private func expectSame(
        _ folder: String,
        _ options: PackOptions,
        after predecessor: Predecessor? = nil
    ) async throws {
        let run = try PackRun(options)
        let review = try await run.review(folder)
        let resources = try PackResources(Repository.catalog())
        let composed = try ComposedDossier(
            review,
            after: predecessor,
            resources: resources,
            fonts: PackRun.fonts(),
            options: options
        )
        let path = home.path("archive.zip")
        let outcome = try Packer(resources: resources, fonts: PackRun.fonts(), options: options)
            .pack(review, to: .archive(path), after: predecessor)
        guard case .packed = outcome else {
            Issue.record("it was not packed")
            return
        }

        let setting = ReprintSetting(resources, try PackRun.fonts())
        let archive = try OpenedArchive(path)
        let again = try ReprintedDossier(archive, by: setting)
        #expect(again.plan == composed.plan)
        #expect(again.rules == .same)
        let issue = try again.issue(archive)
        #expect(issue.codes.map(\.text) == composed.codes.map(\.text))
        let filed = composed.materials.flatMap(\.pictures)
        for volume in composed.plan.volumes.indices {
            var (before, after): ([Page], [Page]) = ([], [])
            try composed.draw(volume: volume) { before.append($0) }
            try again.drawing.draw(again.plan, volume: volume, issue) { after.append($0) }
            #expect(before.count == after.count)
            for (before, after) in zip(before, after) { #expect(before == after) }
            for place in again.drawing.drawnPictures(again.plan.volumes[volume]) {
                let picture = try again.picture(place, from: archive)
                let own = filed[place].pdfPicture
                #expect(picture.coding == own.coding)
                #expect([picture.width, picture.height] == [own.width, own.height])
                #expect(picture.bits == own.bits)
                #expect(picture.colours == own.colours)
            }
        }
    }

    @Test(arguments: ["hunan-2026", "hubei-2025"], makings)
    func `a sample's pages are the same`(sample: String, making: Making) async throws {
        let day = sample == "hunan-2026" ? "2026-02-05" : "2025-02-10"
        try await expectSame(Repository.sample(sample), options(making, on: day))
    }

    @Test func `a later revision keeps the room for its larger codes`() async throws {
        let manifest: JSONValue = [
            "revision": 2, "case": .string("\(DossierID(manifest: .of([2])))"),
            "candidate": ["commitment": .string(String(repeating: "03", count: 16))],
            "materials": [],
        ]
        let first = try Predecessor(manifest: manifest.canonicalBytes())
        let folder = try SmallCandidate().write(to: "c", in: home)
        try await expectSame(
            folder,
            options(Making(isSealed: true), on: "2026-02-05"),
            after: first
        )
    }

    @Test func `findings, faults and pictures of every kind read the same`() async throws {
        var candidate = SmallCandidate(name: "王䶮𠮷")
        let samples: [UInt8] = [10, 20, 30, 200]
        candidate.pictures = [
            "身份证明/1.jpg": FlatJPEG.redAndBlue(orientation: 6),
            "身份证明/2.png": RawPNG(width: 4, colourType: 0, rows: [samples, samples]).bytes,
            "毕业证书/1.png": RawPNG(
                width: 4,
                colourType: 3,
                palette: [255, 0, 0, 0, 255, 0],
                rows: [[0, 1, 0, 1], [1, 0, 1, 0]]
            ).bytes,
            // Transparency and interlacing are taken out.
            "毕业证书/2.png": RawPNG(width: 2, colourType: 4, rows: [samples, samples]).bytes,
            "毕业证书/3.png": RawPNG(
                width: 4,
                colourType: 0,
                isInterlaced: true,
                rows: [samples, samples, samples]
            ).bytes,
            // These cannot be drawn.
            "毕业证书/4.jpg": Array(FlatJPEG.gray(9).prefix(60)),
            "毕业证书/5.gif": Array("GIF89a".utf8) + samples,
            "毕业证书/6.jpg": [],
        ]
        let folder = try candidate.write(to: "c", in: home)
        for making in [Making(), Making(profile: "review")] {
            try home.remove("archive.zip", ifThere: true)
            try await expectSame(folder, options(making, on: "2026-02-05"))
        }
    }

    /// 506 pixels are as wide as a card at 150 dpi, beyond which no picture is blown up: stacked or as a card,
    /// the manifest tells the same resolution.
    @Test func `pictures as large as a card are not taken for one`() async throws {
        var candidate = SmallCandidate()
        let picture = RawPNG(
            width: 506,
            colourType: 0,
            bitDepth: 1,
            rows: Array(repeating: Array(repeating: 0x99, count: 64), count: 319)
        ).bytes
        for name in ["身份证明/1.png", "身份证明/2.png", "毕业证书/1.png", "毕业证书/2.png"] {
            candidate.pictures[name] = picture
        }
        let folder = try candidate.write(to: "c", in: home)
        try await expectSame(folder, options(Making(perPage: 2), on: "2026-02-05"))
    }

    @Test func `repaired pictures tell the same story`() async throws {
        let candidate = SmallCandidate(pictures: ["身份证明/1.jpg": FlatJPEG.gray(90)])
        let folder = try candidate.write(to: "c", in: home)
        let mended = FlatJPEG.gray(91)
        try home.write(mended, to: "c/repaired/身份证明/1.jpg")
        let log = RepairLog([
            RepairLog.Entry(
                original: file("materials/身份证明/1.jpg", FlatJPEG.gray(90)),
                repaired: file("repaired/身份证明/1.jpg", mended),
                steps: [.metadataRemoved, .recoded(quality: 70), .recoded(quality: 60)]
            )
        ])
        try home.write(log.json.canonicalBytes(), to: "c/repaired/repairs.json")
        try await expectSame(folder, options(Making(), on: "2026-02-05"))
    }

    private func file(_ path: String, _ bytes: [UInt8]) -> RepairLog.File {
        RepairLog.File(
            path: path,
            hash: .of(bytes),
            size: ByteCount(bytes.count),
            format: .jpeg,
            pixels: PixelSize(width: 32, height: 32),
            quality: nil
        )
    }
}

extension TemporaryFolder {
    fileprivate func remove(_ name: String, ifThere: Bool) throws {
        if try names().contains(name) { try remove(name) }
    }
}
