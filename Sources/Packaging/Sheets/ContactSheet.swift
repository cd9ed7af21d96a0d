import PageLayout
import Registration
import TemplateCatalog

/// A page of thumbnails, to see at a glance what there is and where.
struct ContactSheet {
    /// A picture on the page.
    struct Item {
        /// The numbers of material and picture, "03-1".
        var label: String
        var title: String
        /// The page on which it stands as large as it gets.
        var page: Int?
        /// Its index in the document; nil if it cannot be drawn.
        var index: Int?
        var picture: DossierContents.Picture
        /// Words over it; nil for none.
        var watermark: String?
    }

    var items: [Item]
    var perPage: Int

    private static let headHeight = 16.0
    private static let words = 10.0
    private static let gap = 4.0

    func draw(frame: SheetFrame, measure: any TextMeasuring) -> Page {
        var canvas = frame.open(measure: measure)
        let area = frame.content
        canvas.line(
            canvas.style.text("contactTitle"),
            TextStyle(.songBold, 16, tracking: 1.5),
            x: area.centre,
            y: area.y + 9,
            .centre,
            as: .heading(level: 2)
        )
        for (item, cell) in zip(items, cells(in: area.inset(top: Self.headHeight))) {
            draw(item, on: &canvas, in: cell)
        }
        return frame.close(canvas)
    }

    /// The cells, row by row.
    private func cells(in area: Box) -> [Box] {
        let columns = perPage <= 6 ? 2 : 3
        let rows = (perPage + columns - 1) / columns
        let width = (area.width - Double(columns - 1) * Self.gap) / Double(columns)
        let height = (area.height - Double(rows - 1) * Self.gap) / Double(rows)
        return (0..<perPage).map { place in
            Box(
                area.x + Double(place % columns) * (width + Self.gap),
                area.y + Double(place / columns) * (height + Self.gap),
                width,
                height
            )
        }
    }

    private func draw(_ item: Item, on canvas: inout SheetCanvas, in cell: Box) {
        let style = canvas.style
        let colours = style.colours
        canvas.box(cell, stroke: Stroke(0.15, colours.line))
        let room = cell.inset(left: 2, top: 2, right: 2, bottom: Self.words)
        let words = style.text("contactLabel", ["label": item.label, "material": item.title])
        if let index = item.index {
            let pixels = item.picture.pixels
            let box = room.fitting(Size(Double(pixels.width), Double(pixels.height)))
            canvas.part(.figure(alternative: words, box)) {
                $0.add(.picture(index: index, box, turn: item.picture.turn))
            }
            if let watermark = item.watermark { canvas.mark(box, with: watermark) }
        } else {
            canvas.line(
                style.text(
                    item.picture.masking?.treatment == .withheld
                        ? "pictureWithheld" : "pictureUnusable"
                ),
                TextStyle(.hei, 9, colour: colours.accent),
                x: room.centre,
                y: room.middle,
                .centre,
                limit: room.width,
                as: .paragraph
            )
        }
        let small = TextStyle(.hei, 8.5, colour: colours.ink)
        let page = item.page.map { style.text("contactPage", ["page": "\($0)"]) } ?? ""
        let baseline = cell.bottom - 3.2
        let pageWidth = canvas.width(of: page, small)
        canvas.part(.paragraph) { canvas in
            let room = cell.width - pageWidth - 8
            canvas.line(
                canvas.shortened(words, small, limit: room) + " ",
                small,
                x: cell.x + 2.5,
                y: baseline,
                limit: room
            )
            canvas.line(
                page,
                TextStyle(.hei, 8.5, colour: colours.soft),
                x: cell.right - 2.5,
                y: baseline,
                .right
            )
        }
    }
}
