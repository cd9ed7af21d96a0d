/// Divides blocks among pages: what belongs together stays together, and a table's head is repeated.
struct PageFlow {
    /// A block and the place of its top edge.
    struct Placed {
        var block: FlowBlock
        var y: Double
    }

    /// The row over a table, on each page on which the table stands.
    var head: FlowBlock
    /// The top edge of the first page, and of each page after it.
    var top: (first: Double, next: Double)
    /// The bottom edge of every page.
    var bottom: Double

    private var pages: [[Placed]] = [[]]
    private var y: Double
    private var hasHead = false

    init(head: FlowBlock, top: (first: Double, next: Double), bottom: Double) {
        self.head = head
        self.top = top
        self.bottom = bottom
        y = top.first
    }

    /// The pages for these blocks.
    static func pages(
        of blocks: [FlowBlock],
        head: FlowBlock,
        top: (first: Double, next: Double),
        bottom: Double
    ) -> [[Placed]] {
        var flow = Self(head: head, top: top, bottom: bottom)
        var rest = blocks[...]
        while !rest.isEmpty {
            let count = (rest.firstIndex { !$0.keepsWithNext } ?? rest.endIndex - 1)
            flow.place(Array(rest[rest.startIndex...count]))
            rest = rest[(count + 1)...]
        }
        return flow.pages
    }

    /// Places blocks that belong together, on a new page if they do not fit on this one.
    private mutating func place(_ group: [FlowBlock]) {
        let height = group.reduce(0) { $0 + $1.height }
        let needsHead = group.contains(where: \.isUnderHead)
        let full = bottom - top.next - (needsHead ? head.height : 0)
        if height + (needsHead && !hasHead ? head.height : 0) > bottom - y, height <= full {
            turn()
        }
        for block in group { place(block, full: full) }
    }

    private mutating func place(_ block: FlowBlock, full: Double) {
        var block = block
        while true {
            if y + block.height + headHeight(for: block) > bottom, block.height <= full { turn() }
            if block.isUnderHead, !hasHead {
                put(head)
                hasHead = true
            }
            guard block.height > bottom - y, let parts = block.split(at: bottom - y) else { break }
            put(parts.head)
            block = parts.rest
            turn()
        }
        put(block)
    }

    private func headHeight(for block: FlowBlock) -> Double {
        block.isUnderHead && !hasHead ? head.height : 0
    }

    private mutating func put(_ block: FlowBlock) {
        // Room between two parts is none at the top of a page.
        if block.cells.isEmpty, pages.count > 1, pages.last?.isEmpty == true { return }
        pages[pages.count - 1].append(Placed(block: block, y: y))
        y += block.height
    }

    /// Goes to the next page, unless nothing stands on this one.
    private mutating func turn() {
        guard pages.last?.isEmpty == false else { return }
        pages.append([])
        y = top.next
        hasHead = false
    }
}
