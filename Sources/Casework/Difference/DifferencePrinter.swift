import Archiving
import FormLayout
import Glibc
import PDFWriting
public import Packaging
import PageLayout
import Registration
import Sealing
public import TemplateCatalog

/// Prints what changed between two revisions as PDF/A-3u, page by page, so that memory does not grow.
///
/// Not for sharing between tasks: each worker has its own, with its own fonts.
public final class DifferencePrinter {
    private let catalog: TemplateCatalog
    private let fonts: DossierFonts
    private let style: DossierStyle
    private let sheet: SheetCompositor
    private let colourProfile: [UInt8]
    private let toolVersion: String

    /// Prepares to print comparisons.
    ///
    /// - Throws: `CatalogError` if a template is missing or wrong.
    public init(
        catalog: TemplateCatalog,
        fonts: DossierFonts,
        toolVersion: String
    ) throws(CatalogError) {
        self.catalog = catalog
        self.fonts = fonts
        self.toolVersion = toolVersion
        style = try catalog.dossierStyle()
        sheet = SheetCompositor(
            try catalog.sheet(.difference),
            style: try catalog.formStyle(),
            measure: fonts.library
        )
        colourProfile = try catalog.bytes(of: "Colour/sRGB.icc")
    }

    /// Writes a comparison, whole or not at all, for its owner's eyes only.
    ///
    /// - Parameters:
    ///   - difference: What changed; both archives must be where they were.
    ///   - path: The file to make.
    ///   - replaces: Whether a file that exists is replaced.
    ///   - reason: Gives what the code of a reason is called.
    /// - Returns: How many pages it has.
    /// - Throws: `PackagingError` if an archive was changed meanwhile or the output exists; `ArchiveError`,
    ///   `PDFError` or `TableError`. Nothing is then left behind.
    @discardableResult
    public func print(
        _ difference: CaseDifference,
        to path: String,
        replaces: Bool,
        reason: @escaping (String) -> String = { $0 }
    ) throws -> Int {
        guard replaces || access(path, F_OK) != 0 else {
            throw PackagingError(.outputExists, path)
        }
        let file = try TemporaryFile(beside: path)
        let output = HashingOutput(descriptor: file.descriptor, name: path)
        let area = difference.manifests.after.value["area"]?["id"]?.string
        let words = DifferenceWords(
            style: style,
            area: area.flatMap { try? catalog.area($0).area },
            reason: reason
        )
        let pages = try DifferencePages(
            difference,
            words: words,
            sheet: sheet,
            measure: fonts.library
        )
        do {
            try write(pages, of: difference, to: output)
        } catch {
            throw output.failure ?? error
        }
        try file.publish(replacing: replaces)
        return pages.count
    }

    private func write(
        _ pages: DifferencePages,
        of difference: CaseDifference,
        to output: any PDFOutput
    ) throws {
        let before = try OpenedArchive(difference.paths.before)
        let after = try OpenedArchive(difference.paths.after)
        var document = try GrowingPDF(
            fonts: fonts.library,
            metadata: metadata(of: difference),
            isTagged: true,
            to: output
        )
        for index in 0..<pages.count {
            var failure: (any Error)?
            do {
                try document.add(pages.page(index)) { index throws(PDFError) in
                    do {
                        guard let (picture, isBefore) = pages.picture(index) else {
                            throw PDFError(.pictureUnreadable, "\(index)")
                        }
                        return isBefore
                            ? try picture.drawn(from: before) : try picture.drawn(from: after)
                    } catch {
                        failure = error
                        throw PDFError(.pictureUnreadable, "\(index)")
                    }
                }
            } catch {
                throw failure ?? error
            }
        }
        try document.finish(bookmarks: pages.bookmarks)
    }

    private func metadata(of difference: CaseDifference) -> PDFMetadata {
        let ids = [
            "before": difference.before.id.description, "after": difference.after.id.description,
        ]
        let hashes = difference.manifests.before.hash.bytes + difference.manifests.after.hash.bytes
        let date = IssueDate(difference.after.date)
        return PDFMetadata(
            title: style.text("differenceRunning", ids),
            subject: style.text("differenceSubject", ids),
            creator: "dossier \(toolVersion)",
            date: PDFDate(year: date?.year ?? 1980, month: date?.month ?? 1, day: date?.day ?? 1),
            identifier: Array(ContentHash.of(hashes).bytes.prefix(16)),
            colourProfile: colourProfile
        )
    }
}

extension RevisedPicture {
    /// The picture as a PDF takes it; the archive must hold what its manifest says.
    fileprivate func drawn(from archive: borrowing OpenedArchive) throws -> PDFPicture {
        guard let file = ArchivedPicture(entry) else {
            throw PackagingError(.archiveChanged, path)
        }
        return try file.pdfPicture(from: archive)
    }
}
