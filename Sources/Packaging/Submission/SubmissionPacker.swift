import Archiving
import Glibc
import PDFWriting
import PageLayout
public import Registration
import Review
import Sealing
import TemplateCatalog

/// Puts the pictures of a reviewed folder into one PDF to upload, reduced as far as its limit demands.
///
/// The document is for a system that knows nothing of dossiers: it has no codes, no seal and no list.
public struct SubmissionPacker {
    /// What it came to.
    public enum Outcome: Sendable {
        /// The document stands where it should.
        case made(SubmissionReport)
        /// The pictures would no longer be legible; nothing was written.
        case illegible(SubmissionReport)
        /// There were errors, and nothing was written.
        case refused
        /// These pictures cannot stand in a PDF; nothing was written.
        case unusable([String])
    }

    /// Findings about the size of everything together, which the reduction takes care of.
    public static let mendedCodes: Set<Finding.Code> = [.dossierTooLarge, .dossierNearLimit]

    private let resources: PackResources
    private let fonts: () throws -> DossierFonts
    private let options: SubmissionOptions

    /// Prepares to make documents.
    ///
    /// - Parameters:
    ///   - resources: The templates.
    ///   - options: What is wanted.
    ///   - fonts: Opens the fonts, if there are captions to be set.
    public init(
        resources: PackResources,
        options: SubmissionOptions,
        fonts: @escaping () throws -> DossierFonts
    ) {
        self.resources = resources
        self.options = options
        self.fonts = fonts
    }

    /// Makes the document of a folder.
    ///
    /// - Throws: `PackagingError`, `PDFError` or `ArchiveError`; nothing is then left behind.
    public func pack(_ review: FolderReview, to path: String) async throws -> Outcome {
        let hasErrors = review.findings.contains {
            $0.severity == .error && !Self.mendedCodes.contains($0.code)
        }
        guard options.allowsFindings || !hasErrors else { return .refused }
        guard options.replaces || access(path, F_OK) != 0 else {
            throw PackagingError(.outputExists, path)
        }
        let intake = review.allPictures
        guard !intake.isEmpty else { throw PackagingError(.nothingToUpload, review.folder.path) }
        let unusable = intake.filter { !$0.isEmbeddable }.map(\.picture.path)
        guard unusable.isEmpty else { return .unusable(unusable) }
        let document = try document(of: review, at: path)
        return try await document.make(limits(of: review.area))
    }

    /// The most bytes, and before that what fits however M is read.
    private func limits(of area: Area) -> SubmissionLimits? {
        if let limit = options.limit {
            return SubmissionLimits(most: limit.rawValue, aim: limit.rawValue)
        }
        guard area.delivery.kind == .pdf, let limit = area.delivery.maxBytes else { return nil }
        return SubmissionLimits(most: limit.largest, aim: limit.largestUndisputed)
    }

    private func document(of review: FolderReview, at path: String) throws -> SubmissionDocument {
        let profile = resources.profiles.submission
        let pictures = review.filedMaterials.flatMap { material in
            material.pictures.enumerated().map { index, filed in
                SubmissionPicture(
                    filed,
                    of: material,
                    number: index + 1,
                    profile: profile,
                    coarsest: resources.style.picture.coarsest
                )
            }
        }
        let library = profile.hasCaptions ? try fonts().library : try FontLibrary()
        let sheets = SubmissionSheets(
            pictures: pictures,
            profile: profile,
            style: resources.style,
            measure: profile.hasCaptions ? library : nil
        )
        return SubmissionDocument(
            path: path,
            pictures: pictures,
            layout: sheets.layout,
            area: review.area,
            resources: resources,
            library: library,
            options: options
        )
    }
}

/// How large a document may be.
struct SubmissionLimits: Hashable, Sendable {
    /// The most bytes.
    var most: Int
    /// The most bytes where something must be reduced anyway.
    var aim: Int
}
