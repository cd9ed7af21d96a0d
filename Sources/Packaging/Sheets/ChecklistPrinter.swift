import Archiving
import Glibc
import PDFWriting
import PageLayout
import Registration
import Review
import Sealing
public import TemplateCatalog

/// Prints the sheet to tick as PDF/A-3u.
public struct ChecklistPrinter {
    private let style: ChecklistStyle
    private let look: DossierStyle
    private let messages: MessageTexts
    private let colourProfile: [UInt8]
    private let fonts: DossierFonts

    /// Reads what the sheet is made of.
    ///
    /// - Throws: `CatalogError` if a template is missing or wrong.
    public init(_ catalog: TemplateCatalog, fonts: DossierFonts) throws(CatalogError) {
        style = try catalog.checklistStyle()
        look = try catalog.dossierStyle()
        messages = try catalog.messageTexts()
        colourProfile = try catalog.bytes(of: "Colour/sRGB.icc")
        self.fonts = fonts
    }

    /// Writes the sheet, whole or not at all, for its owner's eyes only.
    ///
    /// - Parameters:
    ///   - list: What the candidate needs and has.
    ///   - path: The file to make.
    ///   - options: The day and the version printed, and whether a file that exists is replaced.
    /// - Returns: The number of pages.
    /// - Throws: `PackagingError`, `PDFError` or `ArchiveError`; nothing is then left behind.
    @discardableResult
    public func print(
        _ list: CandidateChecklist,
        to path: String,
        options: PackOptions
    ) throws -> Int {
        guard options.replaces || access(path, F_OK) != 0 else {
            throw PackagingError(.outputExists, path)
        }
        let layout = sheet(list, date: options.date).layout()
        let file = try TemporaryFile(beside: path)
        let output = HashingOutput(descriptor: file.descriptor, name: path)
        do {
            try PDFWriter(fonts: fonts.library).write(
                layout,
                pictures: [],
                metadata: metadata(of: list, layout.text, options),
                to: output
            )
        } catch {
            throw output.failure ?? error
        }
        try file.publish(replacing: options.replaces)
        return layout.pages.count
    }

    func sheet(_ list: CandidateChecklist, date: IssueDate) -> ChecklistSheet {
        ChecklistSheet(
            list: list,
            style: style,
            look: look,
            wording: ConditionWording(area: list.area, messages: messages, language: .zh),
            messages: messages,
            measure: fonts.library,
            date: date.description
        )
    }

    private func metadata(
        of list: CandidateChecklist,
        _ drawn: String,
        _ options: PackOptions
    ) -> PDFMetadata {
        let date = options.date
        return PDFMetadata(
            title: style.text("title"),
            subject: style.text(
                "documentSubject",
                ["area": list.area.name, "year": "\(list.area.year)"]
            ),
            creator: "dossier \(options.toolVersion)",
            date: PDFDate(year: date.year, month: date.month, day: date.day),
            // The same drawing is the same document.
            identifier: Array(ContentHash.of(Array(drawn.utf8)).bytes.prefix(16)),
            colourProfile: colourProfile
        )
    }
}
