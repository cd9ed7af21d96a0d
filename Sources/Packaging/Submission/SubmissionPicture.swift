import Imaging
import PDFWriting
import PageLayout
import Registration
import Review
import TemplateCatalog

/// A picture and the page on which it stands alone.
struct SubmissionPicture: Sendable {
    /// How far a picture may be from the shape of the page and still be a scan of all of it.
    private static let shapeTolerance = 0.02
    /// A picture of some pixels more than wanted keeps them: scaling so little only blurs.
    private static let leastScaling = 0.9
    /// The height that a caption takes.
    private static let captionHeight = 6.0

    let filed: FiledPicture
    /// The title of its material.
    let material: String
    /// The position of its material among those that have pictures, from 0.
    let place: Int
    /// Its position in its material, from 1, and how many there are.
    let number: Int
    let count: Int
    /// How far the area lets it be reduced.
    var floor: LegibilityFloor
    /// The paper, standing or lying.
    let paper: Size
    /// Where it stands on the paper.
    let box: Box

    init(
        _ filed: FiledPicture,
        of material: FiledMaterial,
        number: Int,
        profile: SubmissionProfile,
        coarsest: Double
    ) {
        self.filed = filed
        self.material = material.requirement.material.title
        place = material.number - 1
        self.number = number
        count = material.pictures.count
        floor = material.requirement.material.pictureRule.floor
        let (width, height) = filed.intake.picture.facts.uprightSize
        let a4 = Size.a4
        paper = profile.turnsPages && width > height ? Size(a4.height, a4.width) : a4
        let page = Box(0, 0, paper.width, paper.height)
        let shape = Double(width) / Double(max(height, 1)) / (paper.width / paper.height)
        let isWholePage = abs(shape - 1) <= Self.shapeTolerance && !profile.hasCaptions
        let room = isWholePage ? page : page.inset(profile.margin)
        let free = profile.hasCaptions ? room.inset(bottom: Self.captionHeight) : room
        box = Self.fitted(width, height, in: free, coarsest: coarsest)
    }

    var facts: PictureFacts { filed.intake.picture.facts }
    var path: String { filed.intake.picture.path }
    private var stored: PixelSize { PixelSize(width: facts.width, height: facts.height) }

    /// Whether a PDF can hold the bytes of the file.
    var fitsAsItIs: Bool { facts.format == .jpeg || filed.intake.png?.isPlain == true }

    /// The resolution in print that so many pixels have.
    func resolution(of size: PixelSize) -> Int {
        let side = max(box.width, box.height)
        guard side > 0 else { return 0 }
        return Int((Double(size.longSide) * 25.4 / side).rounded())
    }

    /// How the picture is coded anew at a level; nil if that would only spoil it.
    func coding(at level: ReductionLevel) -> PictureCoding? {
        let side = max(box.width, box.height)
        let printed = Int((Double(level.dpi) * side / 25.4).rounded(.up))
        let wanted = max(printed, floor.longSide)
        let isScaled = Double(wanted) <= Double(stored.longSide) * Self.leastScaling
        let quality = max(level.quality, floor.quality)
        if !isScaled, let own = facts.metadata.quality?.value, own <= quality { return nil }
        return PictureCoding(longSide: isScaled ? wanted : nil, quality: quality)
    }

    /// As large as the room allows, but never blown up to coarser pixels than that.
    private static func fitted(
        _ width: Int,
        _ height: Int,
        in room: Box,
        coarsest: Double
    ) -> Box {
        let natural = Size(Double(width) * 25.4 / coarsest, Double(height) * 25.4 / coarsest)
        let fitted = room.fitting(natural)
        guard natural.width < fitted.width else { return fitted }
        return Box(
            room.centre - natural.width / 2,
            room.middle - natural.height / 2,
            natural.width,
            natural.height
        )
    }
}

/// How a picture is coded anew.
struct PictureCoding: Hashable, Sendable {
    /// The pixels along the long side; nil for all that there are.
    var longSide: Int?
    /// The quality of JPEG.
    var quality: Int
}
