import Imaging
import Registration
import Review
import TemplateCatalog

/// What a copy for outside eyes shows of each picture: decided before a pixel is touched.
struct MaskPlan {
    /// A picture and what becomes of it.
    struct Item {
        /// The picture as it was read.
        var intake: IntakePicture
        /// The file to work on: the picture itself, or the original of a repaired one if masks.yaml
        /// names that.
        var source: Source
        /// What is shown.
        var masking: PictureMasking
    }

    /// A file with the facts that boxes are counted in.
    struct Source {
        var location: String
        var facts: PictureFacts

        init(_ intake: IntakePicture) {
            location = intake.location
            facts = intake.picture.facts
        }

        init(location: String, facts: PictureFacts) {
            (self.location, self.facts) = (location, facts)
        }
    }

    /// The pictures of each material, by its id, in order.
    let items: [String: [Item]]

    /// Decides for all pictures of a folder.
    ///
    /// - Throws: `CatalogError` for mistakes in masks.yaml.
    init(_ review: FolderReview, cards: IdentityCardMask?) throws {
        let sources = MaskSources(review)
        let file = try MaskFile.read(in: review.folder.path) { sources[$0]?.facts.upright }
        var items: [String: [Item]] = [:]
        for requirement in review.requirements {
            let material = requirement.material
            items[material.id] = review.pictures[material.id]?.map { intake in
                let names = [intake.picture.path, intake.originalPath]
                let named = names.first { file.verdicts[$0] != nil }
                let source = named.flatMap { sources[$0] } ?? Source(intake)
                let verdict = named.flatMap { file.verdicts[$0] }
                let masking = Self.masking(of: source, in: material, verdict, cards)
                return Item(intake: intake, source: source, masking: masking)
            }
        }
        self.items = items
    }

    private static func masking(
        of source: Source,
        in material: MaterialRule,
        _ verdict: MaskFile.Verdict?,
        _ cards: IdentityCardMask?
    ) -> PictureMasking {
        guard source.facts.damage == nil else { return PictureMasking(.withheld, by: .unreadable) }
        switch verdict {
        case .hide(let regions): return PictureMasking(.masked(regions), by: .boxes)
        case .clear: return PictureMasking(.shown, by: .clear)
        case nil: break
        }
        switch material.privacy {
        case .open: return PictureMasking(.shown, by: .open)
        case .identity:
            guard let regions = cards?.regions(of: source) else { fallthrough }
            return PictureMasking(.masked(regions), by: .identityCard)
        case .personal: return PictureMasking(.withheld, by: .noRegion)
        }
    }
}

/// The files that masks.yaml may name: every picture, and the originals of repaired ones.
private struct MaskSources {
    private var pictures: [String: MaskPlan.Source] = [:]
    private var originals: [String: (location: String, hash: ContentHash)] = [:]

    init(_ review: FolderReview) {
        for intake in review.allPictures {
            pictures[intake.picture.path] = MaskPlan.Source(intake)
            guard let original = intake.repair?.original else { continue }
            originals[original.path] = ("\(review.folder.path)/\(original.path)", original.hash)
        }
    }

    subscript(path: String) -> MaskPlan.Source? {
        if let known = pictures[path] { return known }
        guard let original = originals[path],
            let bytes = try? FileBytes.read(original.location, as: path)
        else { return nil }
        let facts = PictureInspector().facts(of: bytes.span, hash: original.hash)
        return MaskPlan.Source(location: original.location, facts: facts)
    }
}

extension PictureFacts {
    /// Width and height as seen upright.
    var upright: PixelSize { PixelSize(width: uprightSize.width, height: uprightSize.height) }
}
