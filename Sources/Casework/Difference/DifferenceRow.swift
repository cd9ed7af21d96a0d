import Packaging
import PageLayout
import Registration
import TemplateCatalog
import Verification

/// A picture that changed, before and after side by side.
struct DifferenceRow {
    let picture: CaseDifference.Picture
    /// The indexes in the document of the two pictures.
    let indexes: (before: Int, after: Int)
    let words: DifferenceWords

    private static let head = 7.0
    private static let leading = 4.4
    private static let room = 60.0
    private static let captions = 10.5
    private static let space = 5.0
    private static let gap = 6.0

    private static let small = TextStyle(.hei, 9)

    /// Which picture it is, and what became of it.
    var title: String {
        words.text(
            "differenceTitle",
            [
                "material": picture.shown?.title ?? "",
                "place": words.place(picture.shown?.place),
                "change": words.text("differenceChange-\(picture.change.rawValue)"),
            ]
        )
    }

    private func requests(
        _ measure: any TextMeasuring,
        width: Double
    ) -> [SetParagraph] {
        picture.asked.map { item in
            let text = words.text("differenceRequest", ["words": words.request(item)])
            var style = Self.small
            style.colour = words.style.colours.accent
            return Paragraph(
                measure.printable(text, style.role),
                style,
                width: width,
                leading: .fixed(Self.leading)
            ).set(measure)
        }
    }

    /// How high the row is within a width.
    func height(_ measure: any TextMeasuring, width: Double) -> Double {
        let asked = requests(measure, width: width).reduce(0) { $0 + $1.height }
        return Self.head + asked + Self.room + Self.captions + Self.space
    }

    func draw(on canvas: inout SheetCanvas, in area: Box, y: Double) {
        var y = y
        canvas.line(
            title,
            TextStyle(.heiBold, 10.5, colour: words.style.colours.ink),
            x: area.x,
            y: y + 4.5,
            limit: area.width,
            as: .heading(level: 2)
        )
        y += Self.head
        for request in requests(canvas.measure, width: area.width) {
            canvas.part(.paragraph) {
                for mark in request.marks(at: Point(area.x, y)) { $0.add(mark) }
            }
            y += request.height
        }
        let width = (area.width - Self.gap) / 2
        let left = Box(area.x, y, width, Self.room)
        let right = Box(area.right - width, y, width, Self.room)
        let scale = scale(into: left.inset(2))
        draw(picture.before, index: indexes.before, isBefore: true, scale, &canvas, left)
        draw(picture.after, index: indexes.after, isBefore: false, scale, &canvas, right)
    }

    /// Millimetres a pixel, the same on both sides.
    private func scale(into room: Box) -> Double {
        let sides = [picture.before, picture.after].compactMap(\.self).filter(\.isDrawn)
        let scales = sides.map {
            min(room.width / Double($0.width), room.height / Double($0.height))
        }
        return scales.min() ?? 0
    }

    private func draw(
        _ picture: RevisedPicture?,
        index: Int,
        isBefore: Bool,
        _ scale: Double,
        _ canvas: inout SheetCanvas,
        _ room: Box
    ) {
        let colours = words.style.colours
        let stroke = Stroke(0.15, colours.line, dash: picture == nil ? 1.5 : nil)
        canvas.box(room, stroke: stroke)
        guard let picture else {
            let empty = words.text(isBefore ? "differenceNotBefore" : "differenceGone")
            return drawWords(empty, &canvas, room)
        }
        if picture.isDrawn {
            let size = Size(Double(picture.width) * scale, Double(picture.height) * scale)
            let box = Box(
                room.centre - size.width / 2,
                room.middle - size.height / 2,
                size.width,
                size.height
            )
            canvas.part(.figure(alternative: caption(picture, isBefore), box)) {
                $0.add(.picture(index: index, box, turn: picture.turn))
            }
        } else {
            drawWords(words.text("pictureUnusable"), &canvas, room)
        }
        let lines = [caption(picture, isBefore), facts(picture)]
        for (number, line) in lines.enumerated() {
            canvas.line(
                line,
                TextStyle(.hei, 8.5, colour: number == 0 ? colours.ink : colours.soft),
                x: room.x,
                y: room.bottom + 4.2 + Double(number) * Self.leading,
                limit: room.width,
                as: .paragraph
            )
        }
    }

    private func drawWords(_ text: String, _ canvas: inout SheetCanvas, _ room: Box) {
        canvas.line(
            text,
            TextStyle(.hei, 11, colour: words.style.colours.soft),
            x: room.centre,
            y: room.middle,
            .centre,
            limit: room.width - 8,
            as: .paragraph
        )
    }

    private func caption(_ picture: RevisedPicture, _ isBefore: Bool) -> String {
        words.text(
            isBefore ? "differenceBefore" : "differenceAfter",
            [
                "material": picture.title, "place": words.place(picture.place),
                "hash": picture.hash.prefix,
            ]
        )
    }

    private func facts(_ picture: RevisedPicture) -> String {
        words.text(
            "differenceFacts",
            [
                "bytes": picture.size.description, "width": "\(picture.width)",
                "height": "\(picture.height)",
            ]
        )
    }
}
