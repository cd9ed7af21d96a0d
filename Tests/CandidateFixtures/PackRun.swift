package import Packaging
import TemplateCatalog

/// Packs folders as the command does, with the repository's templates.
package struct PackRun {
    package let options: PackOptions
    private let resources: PackResources
    private let fonts: DossierFonts

    package init(_ options: PackOptions = PackRun.anyDay) throws {
        self.options = options
        resources = try PackResources(Repository.catalog())
        fonts = try Self.fonts()
    }

    /// A fixed day and version, and findings are no hindrance.
    package static var anyDay: PackOptions { onDay("2026-02-05") }

    package static func onDay(_ day: String) -> PackOptions {
        guard let date = IssueDate(day) else { preconditionFailure("\(day) is no day") }
        return PackOptions(date: date, allowsFindings: true, toolVersion: "0.0.1")
    }

    package static func fonts() throws -> DossierFonts {
        try DossierFonts(Repository.catalog().fonts(home: nil))
    }

    /// The review with every check, as `pack` makes it.
    package func review(_ folder: String) async throws -> FolderReview {
        var review = try await FolderReview(
            at: folder,
            catalog: Repository.catalog(),
            day: options.date,
            jobs: 2
        )
        review.add(GlyphCheck(fonts: fonts).findings(for: review))
        return review
    }

    package func outcome(_ folder: String, to target: PackTarget) async throws -> Packer.Outcome {
        try Packer(resources: resources, fonts: fonts, options: options)
            .pack(await review(folder), to: target)
    }

    /// Packs; a refusal is an error.
    @discardableResult
    package func pack(_ folder: String, to target: PackTarget) async throws -> PackedArchive {
        guard case .packed(let archive) = try await outcome(folder, to: target) else {
            throw Refused()
        }
        return archive
    }

    package struct Refused: Error {
        package init() {}
    }
}
