import PageLayout

/// Text of any length, which a page may end in the middle of.
struct FlowingText: CellContent {
    let set: SetParagraph
    private let compositor: FormCompositor

    init(set: SetParagraph, _ compositor: FormCompositor) {
        self.set = set
        self.compositor = compositor
    }

    func height(width: Double) -> Double { set.height }

    func marks(in box: Box) -> [Mark] { set.marks(at: Point(box.x, box.y)) }

    func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? {
        guard let (head, rest) = set.split(atHeight: height) else { return nil }
        let tail = FlowingText(set: compositor.set(rest), compositor)
        return (FlowingText(set: head, compositor), tail)
    }
}
