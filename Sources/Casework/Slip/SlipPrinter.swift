import Archiving
import FormLayout
import Glibc
import PDFWriting
public import Packaging
public import PageLayout
import QRCodes
import Registration
public import Sealing
public import TemplateCatalog

/// Prints slips as PDF/A-3u: a page to read, each with a sealed code, and the slip itself inside.
///
/// Not for sharing between tasks: each worker has its own, with its own fonts.
public final class SlipPrinter {
    private let catalog: TemplateCatalog
    private let fonts: DossierFonts
    private let style: FormStyle
    private let colourProfile: [UInt8]
    private let toolVersion: String

    /// Prepares to print slips.
    ///
    /// - Throws: `CatalogError` if the style of forms is missing or wrong.
    public init(
        catalog: TemplateCatalog,
        fonts: DossierFonts,
        toolVersion: String
    ) throws(CatalogError) {
        self.catalog = catalog
        self.fonts = fonts
        self.toolVersion = toolVersion
        style = try catalog.formStyle()
        colourProfile = try catalog.bytes(of: "Colour/sRGB.icc")
    }

    /// The pages of a slip, codes and all.
    ///
    /// - Throws: ``SlipError`` if another key sealed the slip; `CatalogError`, `TableError` or `QRError`.
    public func pages(_ slip: ReturnSlip, sealedBy key: SigningKey) throws -> [Page] {
        try pages(slip, SlipCodes(slip, key: key))
    }

    private func pages(_ slip: ReturnSlip, _ codes: SlipCodes) throws -> [Page] {
        let sheet = SlipSheet.template(for: slip.content.outcome.decision)
        let compositor = SheetCompositor(
            try catalog.sheet(sheet),
            style: style,
            measure: fonts.library,
            codeSide: try codes.side()
        )
        let answers = SlipSheet(content: slip.content, style: style).answers
        let words = style.text(
            "slipStamp",
            ["key": "\(slip.seal.keyID)", "digest": try slip.digest().prefix]
        )
        var failure: (any Error)?
        let pages = try compositor.stamped(answers) { page, pages in
            do {
                return PageStamp(
                    code: CodeModules(try QRMatrix(encoding: codes.text(page, of: pages))),
                    alternative: style.text("slipCodeAlternative"),
                    words: words
                )
            } catch {
                failure = error
                return nil
            }
        }
        if let failure { throw failure }
        return pages
    }

    /// Writes a slip's pages with the slip inside, whole or not at all, for its owner's eyes only.
    ///
    /// - Parameters:
    ///   - slip: The slip.
    ///   - key: The office's key, which sealed the slip.
    ///   - path: The file to make.
    ///   - replaces: Whether a file that exists is replaced.
    /// - Returns: How many pages it has.
    /// - Throws: ``SlipError``, `PackagingError` or what laying out and writing failed with; nothing is
    ///   then left behind.
    @discardableResult
    public func print(
        _ slip: ReturnSlip,
        sealedBy key: SigningKey,
        to path: String,
        replaces: Bool
    ) throws -> Int {
        guard replaces || access(path, F_OK) != 0 else {
            throw PackagingError(.outputExists, path)
        }
        let codes = try SlipCodes(slip, key: key)
        let pages = try pages(slip, codes)
        let file = try TemporaryFile(beside: path)
        let output = HashingOutput(descriptor: file.descriptor, name: path)
        do {
            try write(pages, of: slip, to: output)
        } catch {
            throw output.failure ?? error
        }
        let texts = try (1...pages.count).map { try codes.text($0, of: pages.count) }
        try CodeReadback(texts: texts, name: path).check(file.path)
        try file.publish(replacing: replaces)
        return pages.count
    }

    private func write(
        _ pages: [Page],
        of slip: ReturnSlip,
        to output: any PDFOutput
    ) throws {
        let attachment = PDFAttachment(
            name: ReturnSlip.fileName,
            mediaType: "application/json",
            summary: style.text("slipAttachment"),
            bytes: try slip.canonicalBytes()
        )
        try PDFWriter(fonts: fonts.library).write(
            DocumentLayout(pages: pages),
            pictures: [],
            metadata: try metadata(of: slip),
            attachments: [attachment],
            to: output
        )
    }

    private func metadata(of slip: ReturnSlip) throws -> PDFMetadata {
        let content = slip.content
        let template = try catalog.sheet(SlipSheet.template(for: content.outcome.decision))
        let id = content.dossierID.description
        let date = IssueDate(daysSince1970: content.day)
        return PDFMetadata(
            title: "\(template.title(in: content.exam.year)) \(id)",
            subject: style.text(
                "slipSubject",
                ["dossier": id, "revision": "\(content.revision)"]
            ),
            creator: "dossier \(toolVersion)",
            date: PDFDate(
                year: date?.year ?? content.exam.year,
                month: date?.month ?? 1,
                day: date?.day ?? 1
            ),
            identifier: Array(try slip.digest().bytes.prefix(16)),
            colourProfile: colourProfile
        )
    }
}
