import PageLayout

/// The place for a photo at its true size, or the photo in it.
struct PhotoPlace: CellContent {
    let size: Size
    let words: TypesetText
    let guide: Colour
    /// The photo; nil to be glued in.
    var picture: FormPicture?
    /// The line around a photo.
    var line = Stroke(0.2)
    /// Whether it stands at the top right, in the middle if not.
    var isInCorner = false

    /// Between a photo and the line around it.
    private static let edge = 1.0

    func height(width: Double) -> Double { size.height + 2 * Self.edge(isInCorner) }

    func marks(in box: Box) -> [Mark] {
        let edge = Self.edge(isInCorner)
        let place = Box(
            isInCorner ? box.right - edge - size.width : box.centre - size.width / 2,
            isInCorner ? box.y + edge : box.middle - size.height / 2,
            size.width,
            size.height
        )
        if let picture { return marks(of: picture, in: place) }
        let height = words.set.height
        let text = Box(
            place.centre - words.set.paragraph.width / 2,
            place.middle - height / 2,
            words.set.paragraph.width,
            height
        )
        return [.box(place.inset(-edge), fill: nil, stroke: Stroke(0.2, guide, dash: 1))]
            + words.marks(in: text)
    }

    /// The photo as large as the place allows, at its top.
    private func marks(of picture: FormPicture, in place: Box) -> [Mark] {
        var box = place.fitting(picture.proportions)
        if isInCorner { box.y = place.y }
        return [
            .box(box.inset(-Self.edge), fill: nil, stroke: line),
            .begin(.figure(alternative: picture.alternative, box)),
            .picture(index: picture.index, box, turn: picture.turn), .end,
        ]
    }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }

    private static func edge(_ isInCorner: Bool) -> Double { isInCorner ? edge : 0 }
}
