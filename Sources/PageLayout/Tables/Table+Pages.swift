extension Table {
    /// Breaks the table into pages: the first into one box, the others into boxes that are all alike.
    ///
    /// Pages end between rows. Header rows repeat, unless they take more than half of a page. Rows that
    /// keep together or share a cell are only parted if they are higher than a page; a row that is higher
    /// than a page alone is split, and so are its contents. If nothing fits into the first box, the first
    /// layout is empty.
    public func pages(first: Box, next: Box, limit: Int = 1000) throws(TableError) -> [TableLayout]
    {
        let numbers = [first.x, first.y, next.x, next.y]
        guard numbers.allSatisfy(\.isFinite), first.height.isSize, next.height.isSize,
            next.height > MeasuredTable.tolerance
        else { throw TableError(.size) }
        var pages: [TableLayout] = []
        var rest = self
        var box = first
        while true {
            guard pages.count < limit else { throw TableError(.pages) }
            let measured = try MeasuredTable(rest, width: box.width)
            let origin = Point(box.x, box.y)
            guard measured.height > box.height + MeasuredTable.tolerance else {
                pages.append(measured.layout(at: origin))
                return pages
            }
            let breaking = TableBreaking(measured, room: box.height, fresh: next.height)
            if let parts = breaking.parts() {
                let head = try MeasuredTable(parts.head, width: box.width)
                pages.append(head.layout(at: origin))
                guard let left = parts.rest else { return pages }
                rest = left
            } else {
                pages.append(TableLayout(box: Box(box.x, box.y, measured.width, 0)))
            }
            box = next
        }
    }

    /// Breaks the table into pages whose top left corners are all at 0, 0.
    public func pages(
        width: Double,
        firstHeight: Double,
        nextHeight: Double,
        limit: Int = 1000
    ) throws(TableError) -> [TableLayout] {
        try pages(
            first: Box(0, 0, width, firstHeight),
            next: Box(0, 0, width, nextHeight),
            limit: limit
        )
    }
}
