import FormLayout
import PageLayout
import Registration
import Review
import TemplateCatalog

/// The sheet to tick (报名材料核对表): what to hand in, what is open, what is not needed, and why.
struct ChecklistSheet {
    let list: CandidateChecklist
    let style: ChecklistStyle
    /// The dossier's style, whose colours the sheet shares.
    let look: DossierStyle
    let wording: ConditionWording
    let messages: MessageTexts
    let measure: any TextMeasuring
    /// The day that the sheet tells.
    let date: String
    /// Where the sheet stands in a dossier; nil for a document of its own.
    var place: FormPlace?
    /// There, the printed numbers of each material's pages by its id.
    var pageNumbers: [String: String] = [:]
    /// How much of its height the room for remarks has.
    private(set) var remarkShare = 1.0

    /// The sheet's pages with an outline of its groups.
    func layout() -> DocumentLayout {
        let area = area
        let pages = PageFlow.pages(
            of: headBlocks + groupBlocks + closingBlocks,
            head: tableHead,
            top: (area.y, area.y + style[.head]),
            bottom: area.bottom - style[.foot]
        )
        var layout = DocumentLayout()
        for (index, placed) in pages.enumerated() {
            var canvas = SheetCanvas(label: "\(index + 1)", measure: measure, style: look)
            if index > 0 { drawHead(on: &canvas) }
            canvas.draw(placed)
            drawFoot(page: index + 1, of: pages.count, on: &canvas)
            layout.pages.append(canvas.page)
            layout.bookmarks += placed.compactMap { $0.block.bookmark }
                .map { Bookmark($0, page: index) }
        }
        return layout
    }

    /// The sheet's pages in a dossier, whose frame and page numbers are the caller's.
    func pages(in place: FormPlace) -> [Page] {
        var sheet = self
        sheet.place = place
        let area = sheet.area
        let (blocks, head) = (sheet.headBlocks + sheet.groupBlocks, sheet.tableHead)
        // The room for remarks gives way before what is signed needs a page more.
        let tried = Self.remarkShares.map { share in
            sheet.remarkShare = share
            return PageFlow.pages(
                of: blocks + sheet.closingBlocks,
                head: head,
                top: (area.y, area.y),
                bottom: area.bottom
            )
        }
        let least = tried.map(\.count).min()
        let flows = tried.first { $0.count == least } ?? []
        return flows.enumerated().map { index, placed in
            var canvas = SheetCanvas(label: "\(index + 1)", measure: measure, style: look)
            canvas.draw(placed)
            if index == flows.count - 1 { sheet.drawNotice(on: &canvas, in: place) }
            return canvas.page
        }
    }

    /// How much of its height the room for remarks keeps, the most first.
    private static let remarkShares = [1, 0.75, 0.5]

    /// The level of the title as a heading.
    var headingLevel: Int { place?.headingLevel ?? 1 }

    /// The room for all but the strips at head and foot.
    var area: Box {
        // Lines on the edge stick out by half their width.
        if let place {
            return place.content.inset(bottom: place.corner.height).inset(SheetCanvas.gridWidth / 2)
        }
        return Box(0, 0, Size.a4.width, Size.a4.height).inset(
            left: style[.marginLeft],
            top: style[.marginTop],
            right: style[.marginRight],
            bottom: style[.marginBottom]
        )
    }

    // MARK: - Strips

    private func drawHead(on canvas: inout SheetCanvas) {
        let text = text(.hei, .foot, look.colours.soft)
        let y = area.y + style[.head] / 2
        canvas.line(style.text("continued"), text, x: area.x, y: y, limit: area.width * 0.6)
        let name =
            list.candidate.name.isEmpty
            ? style.text("headerNameOpen")
            : style.text("headerName", ["name": list.candidate.name])
        canvas.line(name, text, x: area.right, y: y, .right, limit: area.width * 0.38)
    }

    private func drawFoot(page: Int, of pages: Int, on canvas: inout SheetCanvas) {
        let text = text(.hei, .foot, look.colours.soft)
        let leading = style[.foot].leading
        let top = area.bottom - style[.foot as ChecklistStyle.Length] + 2.4
        canvas.rule(Point(area.x, top), Point(area.right, top))
        let source = style.text("footerSource", ["manual": list.area.manual])
        canvas.line(source, text, x: area.x, y: top + leading, limit: area.width * 0.75)
        let number = style.text("footerPage", ["page": "\(page)", "pages": "\(pages)"])
        canvas.line(number, text, x: area.right, y: top + leading, .right)
        // Once is enough to hear it.
        let role: StructureRole? = page == 1 ? .paragraph : nil
        let notice = style.text("footerNotice")
        canvas.line(notice, text, x: area.x, y: top + 2 * leading, as: role)
    }

    /// Says at the foot, beside the code, what the foot says in a document of its own.
    private func drawNotice(on canvas: inout SheetCanvas, in place: FormPlace) {
        let text = text(.hei, .foot, look.colours.soft)
        canvas.line(
            style.text("footerNotice"),
            text,
            x: area.x,
            // As low as the last words under the code.
            y: place.content.bottom - text.em * Self.depth,
            limit: area.width - place.corner.width,
            as: .paragraph
        )
    }

    /// How far characters reach below their baseline, in ems.
    private static let depth = 0.12

    // MARK: - Words

    func text(
        _ role: FontRole,
        _ part: ChecklistStyle.TypePart,
        _ colour: Colour? = nil
    ) -> TextStyle {
        TextStyle(role, style[part].size, colour: colour ?? look.colours.ink)
    }

    /// A text broken at a width.
    func lines(
        _ words: String,
        _ role: FontRole,
        _ part: ChecklistStyle.TypePart,
        width: Double,
        colour: Colour? = nil,
        alignment: Paragraph.Alignment = .start
    ) -> [FlowLine] {
        let text = text(role, part, colour)
        let leading = style[part].leading
        return measure.set(words, text, width: width, leading: leading, alignment: alignment)
            .flowLines
    }

    /// Text over the whole width, a block for each line, so that it may run on to the next page.
    func paragraph(
        _ words: String,
        _ role: FontRole,
        _ part: ChecklistStyle.TypePart,
        colour: Colour? = nil,
        alignment: Paragraph.Alignment = .start,
        as parts: FlowParts = FlowParts(roles: [.paragraph])
    ) -> [FlowBlock] {
        let lines = lines(
            words,
            role,
            part,
            width: area.width,
            colour: colour,
            alignment: alignment
        )
        return lines.enumerated().map { index, line in
            var block = FlowBlock(
                cells: [FlowCell(x: area.x, width: area.width, lines: [line])],
                parts: parts
            )
            if index > 0 { block.parts.shared = parts.roles.count }
            // Neither the first line nor the last stands alone.
            block.keepsWithNext = index == 0 && lines.count > 1 || index == lines.count - 2
            return block
        }
    }

    /// The width of a column; they are narrower where the room is.
    func width(_ column: ChecklistStyle.Column) -> Double {
        func share(_ column: ChecklistStyle.Column) -> Double {
            place == nil ? style[column] : style.filedWidth(column)
        }
        let columns = ChecklistStyle.Column.allCases
        return share(column) * area.width / columns.reduce(0) { $0 + share($1) }
    }

    var gap: FlowBlock { FlowBlock(cells: [], minimumHeight: style[.gap], keepsWithNext: true) }
}
