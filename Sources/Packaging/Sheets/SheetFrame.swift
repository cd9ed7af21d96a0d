import FormLayout
import PageLayout
import TemplateCatalog

/// What every page but the cover has in common: header, footer, code.
struct SheetFrame {
    var style: DossierStyle
    var areaName: String
    var candidateName: String
    /// The number of the last page.
    var lastPage: Int
    /// The codes of the numbered pages, the cover's first; empty while pages are only being counted.
    var codes: [SheetCode]
    /// The number of modules along the side of the largest code: room for it is kept on every page.
    var codeSide: Int
    /// The printed number; nil for a page that is not counted.
    var number: Int?
    /// Whether the page is the back of a leaf, where the binding edge is on the right.
    var isBack = false

    /// The height kept at the foot for the page number.
    private static let footerHeight = 8.0
    /// The height kept at the head for title and name.
    private static let headerHeight = 8.0
    /// The height under a code for its words.
    private static let codeWords = 5.2

    /// The frame of one page.
    func on(_ sheet: DossierPlan.Sheet) -> Self {
        var frame = self
        frame.number = sheet.number
        frame.isBack = sheet.isBack
        return frame
    }

    /// Opens a page with header and footer drawn, which nobody reads aloud.
    func open(measure: any TextMeasuring) -> SheetCanvas {
        let label = number.map { "\($0)" } ?? style.text("blankLabel")
        var canvas = SheetCanvas(label: label, measure: measure, style: style, isBack: isBack)
        let area = canvas.area
        let small = TextStyle(.hei, 8, colour: style.colours.soft)
        let title = style.text(
            "headerTitle",
            ["title": style.text("documentTitle"), "area": areaName]
        )
        let name = style.text("headerName", ["name": candidateName])
        canvas.line(name, small, x: area.right, y: area.y + 3.4, .right, limit: area.width * 0.4)
        canvas.line(title, small, x: area.x, y: area.y + 3.4, limit: area.width * 0.58)
        canvas.rule(Point(area.x, area.y + 5.6), Point(area.right, area.y + 5.6))

        let foot = area.bottom - Self.footerHeight + 2
        canvas.rule(Point(area.x, foot), Point(area.right, foot))
        guard let number else { return canvas }
        canvas.line(
            style.text("footerPage", ["page": "\(number)", "pages": "\(lastPage)"]),
            small,
            x: area.centre,
            y: area.bottom - 1,
            .centre
        )
        return canvas
    }

    /// Draws the page's code, which is read after all else; its words repeat the cover's and the page number.
    func close(_ canvas: consuming SheetCanvas) -> Page {
        guard let number, number < codes.count else { return canvas.page }
        let module = style.code.module
        let box = canvas.box(
            of: codes[number],
            module: module,
            right: area.right + Double(style.code.quietModules) * module,
            bottom: area.bottom - Self.footerHeight + 0.8
        )
        canvas.code(codes[number], module: module, in: box)
        return canvas.page
    }

    /// The page within its margins.
    var area: Box { SheetCanvas.area(of: .a4, style, isBack: isBack) }

    /// The room between header and code.
    var content: Box {
        area.inset(top: Self.headerHeight, bottom: Self.footerHeight + codeHeight + 2)
    }

    /// The room between header and footer, of which the code takes the lower right corner.
    var place: FormPlace {
        FormPlace(
            content: area.inset(top: Self.headerHeight, bottom: Self.footerHeight),
            corner: Size(codeWidth + 2, codeHeight + 1),
            headingLevel: 2
        )
    }

    /// How far what is laid out for a front page stands to the left on this one.
    var shift: Double { isBack ? style.margins.outer - style.margins.binding : 0 }

    /// The room beside the code, for a caption.
    var caption: Box {
        Box(
            area.x,
            area.bottom - Self.footerHeight + 0.8 - codeHeight,
            area.width - codeWidth - 4,
            codeHeight
        )
    }

    private var codeWidth: Double {
        Double(codeSide + 2 * style.code.quietModules) * style.code.module
    }

    private var codeHeight: Double { codeWidth + Self.codeWords }
}

extension SheetFrame {
    /// The frame of the pages of a dossier.
    init(
        _ contents: DossierContents,
        style: DossierStyle,
        plan: DossierPlan?,
        codes: [SheetCode],
        _ codeSide: Int
    ) {
        self.init(
            style: style,
            areaName: contents.areaTitle,
            candidateName: contents.name,
            lastPage: plan?.lastPage ?? 0,
            codes: codes,
            codeSide: codeSide
        )
    }
}
