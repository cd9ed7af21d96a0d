import PageLayout
import Registration
import TemplateCatalog

/// A page with one picture of a material or two, and their captions.
struct PictureSheet {
    /// A picture on the page.
    struct Item {
        /// Its position in its material, from 1.
        var number: Int
        /// Its index in the document; nil if it cannot be drawn.
        var index: Int?
        var picture: DossierContents.Picture
    }

    /// The position of the material in the index, from 1.
    var materialNumber: Int
    var materialTitle: String
    /// How many pictures the material has.
    var count: Int
    var pictures: [Item]
    var arrangement: DossierPlan.Arrangement
    /// Words over the pictures; nil for none.
    var watermark: String?

    func draw(frame: SheetFrame, measure: any TextMeasuring) -> Page {
        var canvas = frame.open(measure: measure)
        let placing = PicturePlacing(style: frame.style, frame: frame)
        drawHeading(on: &canvas, in: frame.content)
        let rooms = placing.rooms(arrangement)
        let boxes = placing.boxes(of: pictures.map(\.picture.pixels), arrangement)
        for (position, item) in pictures.enumerated() {
            draw(item, on: &canvas, in: boxes[position], room: rooms[position])
            let isLast = position == pictures.count - 1
            let box = isLast ? frame.caption : captionRoom(under: rooms[position])
            let dpi = placing.resolution(of: item.picture.pixels, arrangement)
            PictureCaption(
                picture: item.picture,
                number: pictures.count > 1 ? item.number : nil,
                dpi: item.index == nil ? nil : dpi
            ).draw(on: &canvas, in: box, isBrief: !isLast)
        }
        return frame.close(canvas)
    }

    /// The room between two pictures, for the caption of the first.
    private func captionRoom(under room: Box) -> Box {
        Box(room.x, room.bottom + 1, room.width, PicturePlacing.gap - 4)
    }

    private func draw(_ item: Item, on canvas: inout SheetCanvas, in box: Box, room: Box) {
        guard let index = item.index else {
            return drawPlaceholder(item.picture, on: &canvas, in: room)
        }
        let alternative = canvas.style.text(
            "pictureAlternative",
            ["material": materialTitle, "number": "\(item.number)", "count": "\(count)"]
        )
        canvas.part(.figure(alternative: alternative, box)) {
            $0.add(.picture(index: index, box, turn: item.picture.turn))
        }
        canvas.box(box, stroke: Stroke(0.15, canvas.style.colours.line))
        if let watermark { canvas.mark(box, with: watermark) }
    }

    /// Number, title and count are one heading, so that a list of headings tells the pages apart.
    private func drawHeading(on canvas: inout SheetCanvas, in content: Box) {
        let colours = canvas.style.colours
        let baseline = content.y + 8
        let number = TextStyle(.heiBold, 13, colour: colours.accent)
        let digits = materialNumber.twoDigits
        let small = TextStyle(.hei, 9, colour: colours.soft)
        let left = content.x + canvas.width(of: digits, number) + 3.5
        let room = content.right - left - canvas.width(of: position(canvas.style), small) - 4
        let title = TextStyle(.songBold, 14, colour: colours.ink)
        canvas.part(.heading(level: 2)) { canvas in
            // Where words stand apart, a space says so to who cannot see it.
            canvas.line(digits + " ", number, x: content.x, y: baseline)
            canvas.line(materialTitle, title, x: left, y: baseline, limit: room)
            let position = position(canvas.style)
            canvas.line(" " + position, small, x: content.right, y: baseline, .right)
        }
    }

    /// Which of the material's pictures these are.
    private func position(_ style: DossierStyle) -> String {
        let (first, last) = (pictures.first?.number ?? 0, pictures.last?.number ?? 0)
        return style.text(
            first == last ? "pictureCount" : "picturesCount",
            ["number": "\(first)", "last": "\(last)", "count": "\(count)"]
        )
    }

    private func drawPlaceholder(
        _ picture: DossierContents.Picture,
        on canvas: inout SheetCanvas,
        in room: Box
    ) {
        let colours = canvas.style.colours
        canvas.box(room, stroke: Stroke(0.3, colours.line, dash: 1.5))
        let path = "data/\(picture.archivePath)"
        let isWithheld = picture.masking?.treatment == .withheld
        let style = canvas.style
        let lines = [
            (
                style.text(isWithheld ? "pictureWithheld" : "pictureUnusable"),
                TextStyle(.hei, 12, colour: colours.accent)
            ),
            (picture.fault ?? "", TextStyle(.song, 10, colour: colours.ink)),
            (
                isWithheld
                    ? style.text("pictureWithheldHint")
                    : style.text("pictureUnusableHint", ["path": path]),
                TextStyle(.song, 9, colour: colours.soft)
            ),
        ]
        for (index, line) in lines.enumerated() {
            canvas.line(
                line.0,
                line.1,
                x: room.centre,
                y: room.middle + Double(index - 1) * 8,
                .centre,
                limit: room.width - 8,
                as: .paragraph
            )
        }
    }
}
