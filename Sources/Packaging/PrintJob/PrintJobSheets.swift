import FormLayout
import PDFWriting
import PageLayout
import TemplateCatalog

/// The sheets that a print job has of its own; none of them bears a page number of a dossier.
final class PrintJobSheets {
    private let style: DossierStyle
    private let measure: any TextMeasuring
    private let control: SheetCompositor
    private let separator: SheetCompositor
    private let bag: SheetCompositor

    init(_ setting: ReprintSetting) {
        let sheets = setting.resources.sheets
        let measure = setting.fonts.library
        func compositor(_ sheet: SheetTemplate) -> SheetCompositor {
            SheetCompositor(sheets[sheet], style: sheets.style, measure: measure)
        }
        style = setting.resources.style
        self.measure = measure
        control = compositor(.control)
        separator = compositor(.separator)
        bag = compositor(.bag)
    }

    /// The list of all archives, with page numbers of its own.
    func control(_ contents: PrintJobContents) throws(TableError) -> [Page] {
        try control.pages(contents.control, in: nil)
    }

    /// What stands before an archive; its code is that of the dossier's cover, which every reader of codes
    /// knows, so that a stack of scans needs no list to be parted.
    func separator(
        _ contents: PrintJobContents,
        before archive: Int,
        code: SheetCode
    ) throws(TableError) -> Page {
        let stamp = PageStamp(
            code: code.modules,
            alternative: style.text("jobCodeAlternative"),
            words: ""
        )
        let pages = try separator.pages(
            contents.separator(before: archive),
            in: separator.wholePage,
            inserts: FormInserts(code: stamp)
        )
        return pages.first ?? blank
    }

    /// The cover of a bag.
    func bag(_ contents: SheetContents) throws(TableError) -> [Page] {
        try bag.pages(contents.bag, in: bag.wholePage)
    }

    /// The back of a leaf with nothing on it.
    var blank: Page {
        var canvas = SheetCanvas(label: "", measure: measure, style: style)
        canvas.line(
            style.text("pageBlank"),
            TextStyle(.hei, 12, colour: style.colours.line, tracking: 2),
            x: canvas.page.size.width / 2,
            y: canvas.page.size.height / 2,
            .centre,
            as: .paragraph
        )
        return canvas.page
    }
}
