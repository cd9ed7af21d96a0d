import PageLayout

/// Notes what is left out where a form is laid out without answers.
struct MasterDraft {
    /// A place for a part.
    struct Hole {
        let part: AnswerPart
        /// The height that what stands there may have without moving anything.
        let room: Double
        let alignment: TableCell.Alignment
    }

    private(set) var holes: [Hole] = []

    /// Leaves a part out, and keeps the height that it takes, unless it has a cell with room for it.
    mutating func hole(
        for part: AnswerPart,
        _ content: any CellContent,
        _ room: Double = 0,
        _ alignment: TableCell.Alignment = .fill
    ) -> HoleContent {
        holes.append(Hole(part: part, room: room, alignment: alignment))
        let height = part.onlyField == nil ? content.height(width: part.width) : 0
        return HoleContent(number: holes.count - 1, height: height)
    }
}

/// Nothing but a mark that tells where something goes: a link, of which forms have none.
struct HoleContent: CellContent {
    let number: Int
    let height: Double

    func height(width: Double) -> Double { height }

    func marks(in box: Box) -> [Mark] { [.link(box, toPage: number)] }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? { nil }
}
