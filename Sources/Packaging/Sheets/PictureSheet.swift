import PageLayout
import TemplateCatalog

/// A page with one picture and its caption.
struct PictureSheet {
    /// The position of the material in the index, from 1.
    var materialNumber: Int
    var materialTitle: String
    /// The position of the picture in its material, from 1, and the number of its pictures.
    var number: Int
    var count: Int
    /// The picture's index in the document; nil if it cannot be embedded.
    var picture: Int?
    /// Width and height in pixels, as seen upright.
    var pixels: (width: Int, height: Int)
    /// Pixels per inch as printed; nil if the picture cannot be embedded.
    var dpi: Int?
    var turn: Turn
    var fileName: String
    var bytes: String
    var hash: String
    /// Why the picture cannot be shown, and where its file lies in the archive.
    var unusable: (reason: String, path: String)?

    /// The height of the heading over the picture.
    private static let headHeight = 14.0

    func draw(page: Int, frame: SheetFrame, measure: any TextMeasuring) -> Page {
        var canvas = frame.open(page: page, measure: measure)
        let content = frame.content
        drawHeading(on: &canvas, in: content)
        if let picture {
            let box = Self.place(pixels, on: frame)
            canvas.part(.figure(alternative: alternative(in: frame.style), box)) {
                $0.add(.picture(index: picture, box, turn: turn))
            }
            canvas.box(box, stroke: Stroke(0.15, canvas.style.colours.line))
        } else {
            drawPlaceholder(on: &canvas, in: content.inset(top: Self.headHeight))
        }
        drawCaption(on: &canvas, in: frame.caption)
        return frame.close(canvas, page: page)
    }

    /// The resolution with which a picture of that many pixels is printed, in pixels per inch.
    static func resolution(of pixels: (width: Int, height: Int), on frame: SheetFrame) -> Int {
        Int((Double(pixels.width) * 25.4 / place(pixels, on: frame).width).rounded())
    }

    /// Fits the picture into the room, but never coarser than the stated resolution.
    private static func place(_ pixels: (width: Int, height: Int), on frame: SheetFrame) -> Box {
        let room = frame.content.inset(top: headHeight)
        let minimumDPI = frame.style.minimumDPI
        let natural = Size(
            Double(pixels.width) * 25.4 / minimumDPI,
            Double(pixels.height) * 25.4 / minimumDPI
        )
        let fitted = room.fitting(natural)
        guard natural.width < fitted.width else { return fitted }
        return Box(
            room.centre - natural.width / 2,
            room.middle - natural.height / 2,
            natural.width,
            natural.height
        )
    }

    private func alternative(in style: DossierStyle) -> String {
        style.text(
            "pictureAlternative",
            ["material": materialTitle, "number": "\(number)", "count": "\(count)"]
        )
    }

    /// Number, title and count are one heading, so that a list of headings tells the pages apart.
    private func drawHeading(on canvas: inout SheetCanvas, in content: Box) {
        let colours = canvas.style.colours
        let baseline = content.y + 8
        let number = TextStyle(.heiBold, 13, colour: colours.accent)
        let digits = materialNumber < 10 ? "0\(materialNumber)" : "\(materialNumber)"
        let count = canvas.style.text(
            "pictureCount",
            ["number": "\(self.number)", "count": "\(self.count)"]
        )
        let small = TextStyle(.hei, 9, colour: colours.soft)
        let left = content.x + canvas.width(of: digits, number) + 3.5
        let room = content.right - left - canvas.width(of: count, small) - 4
        let title = TextStyle(.songBold, 14, colour: colours.ink)
        canvas.part(.heading(level: 2)) { canvas in
            // Where words stand apart, a space says so to who cannot see it.
            canvas.line(digits + " ", number, x: content.x, y: baseline)
            canvas.line(materialTitle, title, x: left, y: baseline, limit: room)
            canvas.line(" " + count, small, x: content.right, y: baseline, .right)
        }
    }

    private func drawPlaceholder(on canvas: inout SheetCanvas, in room: Box) {
        let colours = canvas.style.colours
        canvas.box(room, stroke: Stroke(0.3, colours.line, dash: 1.5))
        guard let unusable else { return }
        let lines = [
            (canvas.style.text("pictureUnusable"), TextStyle(.hei, 12, colour: colours.accent)),
            (unusable.reason, TextStyle(.song, 10, colour: colours.ink)),
            (
                canvas.style.text("pictureUnusableHint", ["path": unusable.path]),
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

    private func drawCaption(on canvas: inout SheetCanvas, in box: Box) {
        let style = canvas.style
        let pixels = style.text(
            dpi == nil ? "captionPixelsOnly" : "captionPixelsValue",
            [
                "width": "\(pixels.width)", "height": "\(pixels.height)",
                "dpi": "\(dpi ?? 0)",
            ]
        )
        let lines = [
            ("captionFile", fileName),
            ("captionSize", style.text("captionSizeValue", ["bytes": bytes])),
            ("captionPixels", pixels),
            ("captionHash", style.text("captionHashValue", ["prefix": hash])),
        ]
        let label = TextStyle(.hei, 8, colour: style.colours.soft)
        let value = TextStyle(.hei, 8, colour: style.colours.ink)
        let leading = 4.7
        var y = box.bottom - Double(lines.count - 1) * leading - 1.2
        for (key, text) in lines {
            canvas.part(.paragraph) { canvas in
                canvas.line(style.text(key) + " ", label, x: box.x, y: y)
                canvas.line(text, value, x: box.x + 17, y: y, limit: box.width - 17)
            }
            y += leading
        }
    }
}
