import CandidateFixtures
import PageLayout
import Registration
import Review
import TemplateCatalog
import Testing

@testable import Packaging

@Suite struct ReductionLevelTests {
    let profile: SubmissionProfile

    init() throws { profile = try Repository.catalog().dossierProfiles().submission }

    @Test func `levels go down quality first, then resolution, then quality again`() {
        let levels = profile.levels(downTo: 40)
        #expect(levels.first == ReductionLevel(dpi: 300, quality: 90))
        #expect(levels.last == ReductionLevel(dpi: 150, quality: 40))
        for (above, below) in zip(levels, levels.dropFirst()) {
            #expect(below.dpi <= above.dpi && below.quality <= above.quality)
            #expect(below != above)
            #expect(below.dpi == above.dpi || below.quality == above.quality)
        }
        #expect(levels.contains(ReductionLevel(dpi: 300, quality: 60)))
        #expect(levels.contains(ReductionLevel(dpi: 150, quality: 60)))
    }

    @Test func `a floor above the good quality ends the levels there`() {
        #expect(profile.levels(downTo: 70).last == ReductionLevel(dpi: 150, quality: 60))
    }

    private func picture(
        _ width: Int,
        _ height: Int,
        quality: Int? = nil,
        floor: LegibilityFloor = LegibilityFloor()
    ) throws -> SubmissionPicture {
        let area = try Repository.catalog().area("hubei-2025").area
        let requirement = try #require(area.requirements(for: [:]).first)
        let hash = try #require(ContentHash(bytes: Array(repeating: 0, count: 32)))
        var facts = PictureFacts(format: .jpeg, size: ByteCount(1000), hash: hash)
        (facts.width, facts.height) = (width, height)
        facts.metadata.quality = quality.map { JPEGQuality(value: $0, isExact: true) }
        let filed = FiledPicture(
            intake: IntakePicture(picture: Picture(path: "1.jpg", facts: facts), location: ""),
            archivePath: "1.jpg"
        )
        var picture = SubmissionPicture(
            filed,
            of: FiledMaterial(requirement: requirement, number: 1, pictures: [filed]),
            number: 1,
            profile: profile,
            coarsest: 150
        )
        picture.floor = floor
        return picture
    }

    // A4 is 210 x 297 mm: 150 dpi are 1240 x 1754 pixels, 300 dpi 2480 x 3508.
    @Test func `a scan of a whole page fills it and is printed as it was scanned`() throws {
        let scan = try picture(2480, 3508)
        #expect(scan.box.width > 209 && scan.box.height > 296)
        #expect(scan.resolution(of: PixelSize(width: 2480, height: 3508)) == 300)
        #expect(scan.coding(at: ReductionLevel(dpi: 300, quality: 90))?.longSide == nil)
        let least = scan.coding(at: ReductionLevel(dpi: 150, quality: 40))
        #expect(least == PictureCoding(longSide: 1754, quality: 40))
    }

    @Test func `a small picture is not blown up, and none is reduced below the area's floor`()
        throws
    {
        // 413 x 531 pixels at 150 dpi are 69.9 x 89.9 mm.
        let photo = try picture(413, 531)
        #expect(abs(photo.box.width - 69.9) < 0.1 && abs(photo.box.height - 89.9) < 0.1)
        #expect(photo.coding(at: ReductionLevel(dpi: 150, quality: 40))?.longSide == nil)
        let demanding = try picture(
            4000,
            3000,
            floor: LegibilityFloor(longSide: 2500, quality: 55)
        )
        #expect(
            demanding.coding(at: ReductionLevel(dpi: 150, quality: 40))
                == PictureCoding(longSide: 2500, quality: 55)
        )
    }

    @Test func `what is coarse already and no better coded is left alone`() throws {
        let level = ReductionLevel(dpi: 300, quality: 70)
        #expect(try picture(1240, 1754, quality: 70).coding(at: level) == nil)
        #expect(
            try picture(1240, 1754, quality: 71).coding(at: level)
                == PictureCoding(longSide: nil, quality: 70)
        )
        // Scaled by a few pixels it would only blur.
        #expect(try picture(2600, 3677, quality: 60).coding(at: level) == nil)
    }
}
