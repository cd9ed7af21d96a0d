import PageLayout
import Registration
import TemplateCatalog

/// The cover of a dossier (案卷封面).
struct CoverSheet {
    /// A picture shown on the cover.
    struct Portrait {
        var index: Int
        /// As seen upright.
        var pixels: PixelSize
        var turn: Turn
        /// Words over it; nil for none.
        var watermark: String?
    }

    var areaName: String
    /// Which volume of how many; nil if there is one.
    var volume: String?
    /// Labels and values of the table.
    var fields: [(label: String, value: String)]
    /// Labels and values of the line of totals.
    var totals: [(label: String, value: String)]
    var portrait: Portrait?
    var codeTitle: String
    var codeBody: String
    var note: String
    var code: SheetCode

    /// The portrait's largest size: 小2寸 at most (35 x 49 mm).
    private static let portraitSize = Size(35, 49)

    func draw(on canvas: inout SheetCanvas) {
        let area = canvas.area
        let frame = Box(area.x, area.y + 4, area.width, area.height - 8)
        canvas.box(frame, stroke: Stroke(0.7, canvas.style.colours.ink))
        canvas.box(frame.inset(1.4), stroke: Stroke(0.2, canvas.style.colours.ink))
        drawTitle(on: &canvas, in: frame)
        let inner = frame.inset(left: 12, right: 12)
        let bottom = drawTable(on: &canvas, in: inner, top: frame.y + 84)
        drawTotals(on: &canvas, in: inner, top: bottom + 7)
        drawCode(on: &canvas, in: inner, bottom: frame.bottom - 13)
        canvas.line(
            note,
            TextStyle(.hei, 6.5, colour: canvas.style.colours.soft),
            x: frame.centre,
            y: frame.bottom - 5,
            .centre,
            limit: inner.width,
            as: .paragraph
        )
    }

    private func drawTitle(on canvas: inout SheetCanvas, in frame: Box) {
        let colours = canvas.style.colours
        canvas.line(
            canvas.style.text("coverKicker", ["area": areaName]),
            TextStyle(.hei, 13, colour: colours.soft, tracking: 1.1),
            x: frame.centre,
            y: frame.y + 24,
            .centre,
            as: .paragraph
        )
        canvas.line(
            canvas.style.text("coverTitle"),
            TextStyle(.songBold, 31, tracking: 0.8),
            x: frame.centre,
            y: frame.y + 46,
            .centre,
            limit: frame.width - 16,
            as: .heading(level: 1)
        )
        let text = volume ?? canvas.style.text("coverSubtitle")
        let tracking = volume == nil ? 7.0 : 1.5
        let subtitle = TextStyle(.song, 19, colour: colours.accent, tracking: tracking)
        let half = (canvas.width(of: text, subtitle) - subtitle.tracking) / 2 + 7
        canvas.line(text, subtitle, x: frame.centre, y: frame.y + 65, .centre, as: .paragraph)
        for side in [-1.0, 1.0] {
            canvas.rule(
                Point(frame.centre + side * half, frame.y + 62.6),
                Point(frame.centre + side * (half + 22), frame.y + 62.6),
                0.3,
                colours.accent
            )
        }
    }

    /// Draws the table with the portrait beside it; returns its bottom edge.
    private func drawTable(on canvas: inout SheetCanvas, in inner: Box, top: Double) -> Double {
        let rowHeight = 9.2
        let width = inner.width - Self.portraitSize.width - 11
        let bottom = top + Double(fields.count) * rowHeight
        canvas.part(.table) { canvas in
            for (index, field) in fields.enumerated() {
                let row = Box(inner.x, top + Double(index) * rowHeight, width, rowHeight)
                canvas.part(.tableRow) { draw(field, in: row, on: &$0) }
                canvas.rule(Point(row.x, row.bottom), Point(row.right, row.bottom))
            }
        }
        let ink = canvas.style.colours.ink
        canvas.rule(Point(inner.x, top), Point(inner.x + width, top), 0.4, ink)
        drawPortrait(
            on: &canvas,
            in: Box(
                inner.right - Self.portraitSize.width - 2,
                top,
                Self.portraitSize.width + 2,
                Self.portraitSize.height + 2
            )
        )
        return bottom
    }

    private func draw(
        _ field: (label: String, value: String),
        in row: Box,
        on canvas: inout SheetCanvas
    ) {
        let colours = canvas.style.colours
        let labelWidth = 26.0
        let baseline = row.middle + 1.6
        canvas.line(
            field.label,
            TextStyle(.hei, 10.5, colour: colours.soft),
            x: row.x + 1,
            y: baseline,
            as: .rowHeader
        )
        canvas.line(
            field.value,
            TextStyle(.song, 12, colour: colours.ink),
            x: row.x + labelWidth,
            y: baseline,
            limit: row.width - labelWidth,
            as: .data
        )
    }

    private func drawPortrait(on canvas: inout SheetCanvas, in box: Box) {
        let colours = canvas.style.colours
        guard let portrait else {
            canvas.box(box, stroke: Stroke(0.2, colours.line, dash: 1))
            canvas.line(
                canvas.style.text("portraitMissing"),
                TextStyle(.hei, 9, colour: colours.line),
                x: box.centre,
                y: box.middle + 1,
                .centre,
                as: .paragraph
            )
            return
        }
        let upright = Size(Double(portrait.pixels.width), Double(portrait.pixels.height))
        let fitted = Box(box.x + 1, box.y + 1, box.width - 2, box.height - 2).fitting(upright)
        let placed = Box(fitted.x, box.y + 1, fitted.width, fitted.height)
        let alternative = canvas.style.text("portraitAlternative")
        canvas.part(.figure(alternative: alternative, placed)) {
            $0.add(.picture(index: portrait.index, placed, turn: portrait.turn))
        }
        if let watermark = portrait.watermark { canvas.mark(placed, with: watermark) }
        canvas.box(placed.inset(-1), stroke: Stroke(0.2, colours.line))
    }

    private func drawTotals(on canvas: inout SheetCanvas, in inner: Box, top: Double) {
        let colours = canvas.style.colours
        let band = Box(inner.x, top, inner.width, 15)
        canvas.box(band, fill: colours.tint)
        let width = band.width / Double(totals.count)
        func row(
            _ words: [String],
            _ style: TextStyle,
            y: Double,
            as role: StructureRole,
            on canvas: inout SheetCanvas
        ) {
            for (index, text) in words.enumerated() {
                let centre = band.x + (Double(index) + 0.5) * width
                canvas.line(text, style, x: centre, y: y, .centre, limit: width - 4, as: role)
            }
        }
        let label = TextStyle(.hei, 8, colour: colours.soft)
        let value = TextStyle(.hei, 11.5, colour: colours.ink)
        let (header, data) = (StructureRole.columnHeader, StructureRole.data)
        canvas.part(.table) { canvas in
            canvas.part(.tableRow) {
                row(totals.map(\.label), label, y: band.y + 5.2, as: header, on: &$0)
            }
            canvas.part(.tableRow) {
                row(totals.map(\.value), value, y: band.y + 11.6, as: data, on: &$0)
            }
        }
    }

    private func drawCode(on canvas: inout SheetCanvas, in inner: Box, bottom: Double) {
        let colours = canvas.style.colours
        let module = canvas.style.code.coverModule
        let box = canvas.box(of: code, module: module, right: inner.right, bottom: bottom)
        let width = box.x - inner.x - 8
        let top = box.y + Double(canvas.style.code.quietModules) * module
        canvas.rule(Point(inner.x, top), Point(inner.x + width, top), 0.4, colours.ink)
        canvas.line(
            codeTitle,
            TextStyle(.heiBold, 10, colour: colours.ink),
            x: inner.x,
            y: top + 6,
            as: .heading(level: 2)
        )
        let body = TextStyle(.song, 8.5, colour: colours.ink)
        let words = canvas.measure.set(codeBody, body, width: width, leading: 4.6)
        canvas.part(.paragraph) { $0.paragraph(words, x: inner.x, y: top + 11.5) }
        canvas.code(code, module: module, in: box, words: .paragraph)
    }
}
