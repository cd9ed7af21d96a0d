import PageLayout

/// The place for a photo at its true size.
struct PhotoPlace: CellContent {
    let size: Size
    let words: TypesetText
    let guide: Colour

    func height(width: Double) -> Double { size.height }

    func marks(in box: Box) -> [Mark] {
        let place = Box(
            box.centre - size.width / 2,
            box.middle - size.height / 2,
            size.width,
            size.height
        )
        let height = words.set.height
        let text = Box(
            place.centre - words.set.paragraph.width / 2,
            place.middle - height / 2,
            words.set.paragraph.width,
            height
        )
        return [.box(place, fill: nil, stroke: Stroke(0.2, guide, dash: 1))]
            + words.marks(in: text)
    }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }
}
