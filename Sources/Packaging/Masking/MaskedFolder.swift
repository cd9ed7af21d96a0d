import Glibc
import Imaging
import Registration
import Review
import Sealing
public import TemplateCatalog

/// A candidate's folder as outside eyes may see it, for as long as it is packed.
///
/// The masked pictures lie in a folder of their own that nobody else may read and that goes with this
/// value, whatever happens. What is packed from its review holds no pixel that is hidden, no original,
/// no full name or number, and none of the person's dates.
public struct MaskedFolder: ~Copyable {
    /// The review to pack: pictures, candidate and findings masked, the commitment as it was.
    public let review: FolderReview
    private let pictures: PrivateFolder

    private init(_ review: FolderReview, _ pictures: consuming PrivateFolder) {
        self.review = review
        self.pictures = pictures
    }

    /// Masks the pictures of a folder.
    ///
    /// - Parameters:
    ///   - review: The folder as it is.
    ///   - catalog: Where layouts of documents and words are found.
    ///   - parent: A folder that may be written to, in which the masked pictures lie meanwhile.
    /// - Returns: The masked pictures and the review that shows them.
    /// - Throws: `CatalogError` for mistakes in masks.yaml, `PackagingError` for files that cannot be
    ///   read or written, or if nothing would be masked.
    public static func make(
        _ review: FolderReview,
        catalog: TemplateCatalog,
        in parent: String
    ) throws -> MaskedFolder {
        let commitment = try SubjectCommitment(
            review.file.candidate,
            salt: SubjectSalt(pictures: review.allPictures.map(\.picture.facts.hash))
        )
        let layout = try catalog.identityCardLayout()
        let cards =
            layout.kinds.contains(review.file.candidate.idKind)
            ? IdentityCardMask(layout: layout, faces: try FolderReview.faces(catalog)) : nil
        let plan = try MaskPlan(review, cards: cards)
        // The salt of the commitment comes from the pictures: were all of them shown, anybody could try
        // out identity numbers.
        guard plan.items.values.joined().contains(where: { $0.masking.treatment != .shown }) else {
            throw PackagingError(.nothingMasked, review.folder.path)
        }
        let texts = try catalog.messageTexts()
        let words = MaskedWords(
            review.file.candidate,
            area: review.area,
            omitted: texts.text("mask.omitted", in: .zh) ?? "***"
        )
        var folder = try PrivateFolder(in: parent)
        var pictures: [String: [IntakePicture]] = [:]
        for (material, items) in plan.items {
            var shown: [IntakePicture] = []
            for item in items {
                shown.append(try picture(of: item, words, in: &folder))
            }
            pictures[material] = shown
        }
        return MaskedFolder(
            review.masked(pictures, words: words, commitment: commitment),
            folder
        )
    }

    /// What takes the place of a picture.
    private static func picture(
        of item: MaskPlan.Item,
        _ words: MaskedWords,
        in folder: inout PrivateFolder
    ) throws -> IntakePicture {
        let path = words.masked(item.intake.originalPath)
        guard let made = try made(from: item) else {
            let isKnown = item.masking.treatment == .withheld
            let rule = isKnown ? item.masking.rule : .unreadable
            return IntakePicture(withheld: path, by: rule)
        }
        let name = try folder.write(made.bytes)
        let request = PictureIntake.Request(path: name, repair: nil, isPortrait: false)
        var picture = try PictureIntake(folder: folder.path).read(request)
        picture.picture.path = path
        picture.masking = PictureMasking(
            made.regions.isEmpty ? .shown : .masked(made.regions),
            by: item.masking.rule
        )
        return picture
    }

    /// The file that is shown; nil if there is none to show.
    private static func made(from item: MaskPlan.Item) throws -> MaskedPicture? {
        guard item.masking.treatment != .withheld else { return nil }
        let facts = item.source.facts
        let bytes = try FileBytes.read(item.source.location, as: item.intake.picture.path)
        guard ContentHash.of(bytes) == facts.hash else {
            throw PackagingError(
                .fileUnreadable,
                item.intake.picture.path,
                reason: "it was changed meanwhile"
            )
        }
        let regions = item.masking.regions
        do throws(ImagingError) {
            guard !regions.isEmpty else { return try PictureMasker().bare(bytes, facts: facts) }
            return try PictureMasker().mask(bytes, facts: facts, regions: regions)
        } catch {
            return nil
        }
    }
}

extension IntakePicture {
    /// A picture of which nothing is shown: no file, no hash, no size.
    fileprivate init(withheld path: String, by rule: PictureMasking.Rule) {
        let facts = PictureFacts(format: .unknown, size: ByteCount(0), hash: .of([]))
        self.init(picture: Picture(path: path, facts: facts), location: "")
        masking = PictureMasking(.withheld, by: rule)
    }
}
