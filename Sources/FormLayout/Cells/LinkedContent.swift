import PageLayout

/// The content of a cell from which its whole row leads to a page.
struct LinkedContent: CellContent {
    let content: any CellContent
    let target: Int
    /// From the left edge of the row to that of the content.
    let left: Double
    /// The width of the row.
    let rowWidth: Double
    /// The room of the cell above and below the content.
    let ends: Double

    func height(width: Double) -> Double { content.height(width: width) }

    func marks(in box: Box) -> [Mark] {
        let room = box.aligned(.middle, height: content.height(width: box.width))
        let row = Box(box.x - left, box.y - ends, rowWidth, box.height + 2 * ends)
        return content.marks(in: room) + [.link(row, toPage: target)]
    }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }
}
