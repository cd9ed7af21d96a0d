import PageLayout
import Registration
import TemplateCatalog

/// What stands under a picture: file, size, pixels, hash.
struct PictureCaption {
    var picture: DossierContents.Picture
    /// The picture's position in its material, where it shares its page; else nil.
    var number: Int?
    /// Pixels per inch as printed; nil if the picture cannot be drawn.
    var dpi: Int?

    private static let leading = 4.7

    /// Draws the caption at the bottom of a box, or at its top in two lines.
    func draw(on canvas: inout SheetCanvas, in box: Box, isBrief: Bool) {
        let lines = lines(canvas.style)
        guard isBrief else {
            var y = box.bottom - Double(lines.count - 1) * Self.leading - 1.2
            for line in lines {
                draw(line, on: &canvas, x: box.x, y: y, width: box.width)
                y += Self.leading
            }
            return
        }
        let half = box.width / 2
        for (index, line) in lines.enumerated() {
            let x = box.x + (index.isMultiple(of: 2) ? 0 : half)
            let y = box.y + 3 + Double(index / 2) * Self.leading
            draw(line, on: &canvas, x: x, y: y, width: half - 3)
        }
    }

    private func lines(_ style: DossierStyle) -> [(label: String, value: String, isMark: Bool)] {
        let file = number.map { "\($0) · \(picture.caption)" } ?? picture.caption
        guard picture.masking?.treatment != .withheld else {
            return [(style.text("captionFile"), file, false)]
        }
        let isSoft = dpi.map { $0 < style.picture.sharp } ?? false
        return [
            (style.text("captionFile"), file, false),
            (
                style.text("captionSize"),
                style.text("captionSizeValue", ["bytes": picture.size.description]), false
            ),
            (style.text("captionPixels"), pixels(style, isSoft: isSoft), isSoft),
            (
                style.text("captionHash"),
                style.text("captionHashValue", ["prefix": String(picture.hash.hex.prefix(16))]),
                false
            ),
        ]
    }

    private func pixels(_ style: DossierStyle, isSoft: Bool) -> String {
        let text = style.text(
            dpi == nil ? "captionPixelsOnly" : "captionPixelsValue",
            [
                "width": "\(picture.pixels.width)", "height": "\(picture.pixels.height)",
                "dpi": "\(dpi ?? 0)",
            ]
        )
        guard isSoft else { return text }
        return text + " " + style.text("captionSoft", ["limit": "\(style.picture.sharp)"])
    }

    private func draw(
        _ line: (label: String, value: String, isMark: Bool),
        on canvas: inout SheetCanvas,
        x: Double,
        y: Double,
        width: Double
    ) {
        let colours = canvas.style.colours
        let label = TextStyle(.hei, 8, colour: colours.soft)
        let value = TextStyle(.hei, 8, colour: line.isMark ? colours.accent : colours.ink)
        canvas.part(.paragraph) { canvas in
            canvas.line(line.label + " ", label, x: x, y: y)
            canvas.line(line.value, value, x: x + 17, y: y, limit: width - 17)
        }
    }
}
