import Archiving
import Glibc
import Registration
import Sealing
import TemplateCatalog

/// Seals a candidate's archive: lays its folder out again, checks it as if it had come in as pictures, and
/// packs it anew with the office's key.
///
/// Whether the archive is whole is for `Verification` to say before; every picture is compared with the
/// manifest again on the way.
public struct ArchiveSealer {
    /// What sealing came to.
    public struct Result {
        /// What was found on checking again; errors among it refuse the seal.
        public let review: FolderReview
        /// Whether the area's rules are others than those the archive was made by.
        public let areaChanged: Bool
        /// The id of the archive that the new one takes the place of.
        public let superseded: String
        /// The sealed archive; nil if errors kept it from being made.
        public let archive: PackedArchive?
    }

    private let resources: PackResources
    private let fonts: DossierFonts
    private let options: PackOptions

    /// Prepares to seal with these resources; the options must hold a key.
    public init(resources: PackResources, fonts: DossierFonts, options: PackOptions) {
        self.resources = resources
        self.fonts = fonts
        self.options = options
    }

    /// Checks an archive again and seals it.
    ///
    /// - Parameters:
    ///   - path: The archive, a zip file.
    ///   - target: Where the sealed one goes.
    ///   - jobs: How many pictures to read at once.
    /// - Returns: What was found, and the sealed archive if there is one.
    /// - Throws: `PackagingError`, `ArchiveError`, `PDFError` or `CatalogError`; nothing is then left.
    public func seal(_ path: String, to target: PackTarget, jobs: Int) async throws -> Result {
        let folder = try UnpackedFolder.layingOut(path, in: target.folder)
        let dossier = folder.dossier
        var review = try await FolderReview(
            at: folder.path,
            catalog: resources.catalog,
            day: dossier.day,
            maskedIDNumber: dossier.maskedIDNumber,
            jobs: jobs
        )
        review.add(GlyphCheck(fonts: fonts).findings(for: review))
        var options = options
        // It stays what it was made for.
        options.composition =
            Composition(json: dossier.composition, profiles: resources.profiles)
            ?? options.composition
        // What happened since, if anybody says so, or what the archive tells.
        options.record = options.record ?? folder.record
        let packer = Packer(resources: resources, fonts: fonts, options: options)
        let outcome = try packer.pack(review, to: target, after: dossier.predecessor)
        var archive: PackedArchive?
        if case .packed(let packed) = outcome { archive = packed }
        // The pictures were read again just now: the folder must not go before.
        _ = consume folder
        return Result(
            review: review,
            areaChanged: review.areaHash != dossier.areaHash,
            superseded: dossier.predecessor.id.description,
            archive: archive
        )
    }
}
