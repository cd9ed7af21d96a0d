import CandidateFixtures
import Registration
import Sealing
import TemplateCatalog
import Testing

@testable import Packaging

/// What is asked for in place of what a profile wants.
@Suite struct CompositionTests {
    private let profiles: DossierProfiles

    init() throws { profiles = try Repository.catalog().dossierProfiles() }

    @Test(
        arguments: [
            ("screen", ["cover", "index", "contact", "pictures", "reference"]),
            (
                "print",
                ["cover", "index", "checklist", "review", "contact", "pictures", "reference"]
            ),
            (
                "review",
                ["cover", "review", "contact", "index", "checklist", "pictures", "reference"]
            ),
        ] as [(String, [String])]
    )
    func `thumbnails stand before the pictures, or where the profile has them`(
        name: String,
        parts: [String]
    ) throws {
        let profile = try #require(profiles[name])
        let asked = Composition(profile: profile, picturesPerPage: 2, thumbnailsPerPage: 9)
        let settled = asked.settled(profiles.standard)
        #expect(settled.parts.map(\.rawValue) == parts)
        #expect(settled.thumbnailsPerPage == 9 && settled.picturesPerPage == 2)
        #expect(Composition(profile: profile).settled(profiles.standard) == profile)
    }

    @Test func `a manifest tells what was asked for, and is believed if that can be`() throws {
        let asked = Composition(
            profile: profiles["print"],
            picturesPerPage: 1,
            thumbnailsPerPage: 12,
            limit: VolumeLimit(pages: 60)
        )
        let json = asked.json(standard: profiles.standard)
        let written: JSONValue = [
            "profile": "print", "perPage": 1, "thumbnails": 12, "volumePages": 60,
        ]
        #expect(json == written)
        #expect(Composition(json: json, profiles: profiles) == asked)
        let plain = Composition().json(standard: profiles.standard)
        #expect(plain == ["profile": "screen"])
        for (key, value) in [("perPage", 0), ("perPage", 3), ("thumbnails", 5)] {
            var members = json.object ?? [:]
            members[key] = .integer(Int64(value))
            #expect(Composition(json: .object(members), profiles: profiles) == nil)
        }
        #expect(Set([asked, Composition()].map(\.fingerprint)).count == 2)
    }

    @Test(arguments: [4, 6, 9, 12])
    func `each picture has one thumbnail, so many to a page`(count: Int) async throws {
        let home = try TemporaryFolder()
        var candidate = SmallCandidate()
        for number in 1...12 as ClosedRange<UInt8> {
            candidate.pictures["毕业证书/\(number).jpg"] = FlatJPEG.gray(number)
        }
        let folder = try candidate.write(to: "c", in: home)
        var options = PackRun.anyDay
        options.composition.thumbnailsPerPage = count
        options.composition.picturesPerPage = 2
        options.allowsFindings = true
        let composed = try await ComposedDossier(
            PackRun(options).review(folder),
            after: nil,
            resources: PackResources(Repository.catalog()),
            fonts: PackRun.fonts(),
            options: options
        )
        let sheets = composed.plan.volumes.flatMap(\.sheets)
        let contact = sheets.filter { $0.kind == .contact }.map(\.pictures)
        #expect(contact.flatMap { $0 } == Array(composed.contents.pictures.indices))
        #expect(contact.dropLast().allSatisfy { $0.count == count })
        let pages = sheets.filter { $0.kind.name == "pictures" }
        let singles = pages.filter { $0.pictures.count == 1 }
        // A material of an odd number ends with one alone.
        #expect(singles.count <= composed.contents.presentMaterials.count)
        #expect(pages.count > singles.count)
    }
}
