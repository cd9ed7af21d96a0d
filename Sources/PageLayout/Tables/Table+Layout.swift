extension Table {
    /// Lays the table out on one page, stretched to a height where rows may stretch and room is left.
    public func layout(at origin: Point, width: Double, height: Double? = nil) throws(TableError)
        -> TableLayout
    {
        guard origin.x.isFinite, origin.y.isFinite, height?.isSize != false else {
            throw TableError(.size)
        }
        var measured = try MeasuredTable(self, width: width)
        if let height { measured.stretch(to: height) }
        return measured.layout(at: origin)
    }
}

extension MeasuredTable {
    /// The layout with its top left corner at a point.
    func layout(at origin: Point) -> TableLayout {
        var layout = TableLayout(box: Box(origin.x, origin.y, width, height))
        var drawn = TableTagging(isTagged: table.isTagged)
        for cell in table.cells.indices {
            let box = box(of: cell, at: origin)
            if let fill = table.cells[cell].cell.fill {
                layout.marks.append(.box(box, fill: fill, stroke: nil))
            }
            let content = content(of: cell, in: box)
            drawn.add(content.marks, of: table.cells[cell])
            if !table.cells[cell].isRepeated { layout.overflows += content.overflows }
            layout.cells.append(laid(cell, box: box, content: content.box))
        }
        // Lines last: a table in a cell may have fills that reach below them.
        layout.marks += drawn.end() + TableRules(self).marks(at: origin)
        return layout
    }

    private func box(of cell: Int, at origin: Point) -> Box {
        let placed = table.cells[cell]
        return Box(
            origin.x + lefts[placed.columns.lowerBound],
            origin.y + tops[placed.rows.lowerBound],
            lefts[placed.columns.upperBound] - lefts[placed.columns.lowerBound],
            height(of: placed.rows)
        )
    }

    private func laid(_ cell: Int, box: Box, content: Box) -> LaidCell {
        let placed = table.cells[cell]
        return LaidCell(
            index: placed.index,
            box: box,
            content: content,
            isRepeated: placed.isRepeated,
            isContinued: placed.isContinued
        )
    }

    private func content(of cell: Int, in box: Box)
        -> (box: Box, marks: [Mark], overflows: [TableOverflow])
    {
        let placed = table.cells[cell]
        var room = Box(box.x + placed.cell.padding.left, box.y, innerWidth(of: cell), box.height)
        room.y += min(placed.cell.padding.top, box.height)
        room.height = max(0, box.height - placed.cell.padding.ends)
        if contents[cell] > room.height + Self.tolerance {
            return clipped(cell, to: room)
        }
        let content = placed.cell.content
        room = room.aligned(placed.cell.alignment, height: contents[cell])
        let inner = content.overflows(in: room).map { overflow in
            var overflow = overflow
            overflow.inside.insert(overflow.cell, at: 0)
            overflow.cell = placed.index
            return overflow
        }
        return (room, content.marks(in: room), inner)
    }

    /// Draws what fits of a content that is too high; what is left is told, not drawn over the line.
    private func clipped(_ cell: Int, to room: Box)
        -> (box: Box, marks: [Mark], overflows: [TableOverflow])
    {
        let placed = table.cells[cell]
        var parts = parts(of: cell, height: room.height)
        if parts?.head.overflows(in: room).isEmpty == false {
            // Without end, a fresh page holds every row: none is torn, and none told twice.
            parts = self.parts(of: cell, height: room.height, freshHeight: .infinity)
        }
        let overflow = TableOverflow(
            cell: placed.index,
            missing: contents[cell] - room.height,
            rest: parts?.rest ?? placed.cell.content
        )
        return (room, parts?.head.marks(in: room) ?? [], [overflow])
    }

    /// The content of a cell cut in two, unless nothing fits or the content does not keep its promises.
    func parts(of cell: Int, height: Double, freshHeight: Double? = nil)
        -> (head: any CellContent, rest: any CellContent)?
    {
        let width = innerWidth(of: cell)
        let content = table.cells[cell].cell.content
        guard height > 0,
            let parts = content.split(
                width: width,
                height: height,
                freshHeight: freshHeight ?? height
            ),
            parts.head.height(width: width) <= height + Self.tolerance,
            parts.rest.height(width: width) < contents[cell] - Self.tolerance
        else { return nil }
        return parts
    }
}

extension Box {
    /// The part of the box with a lower height that an alignment chooses.
    public func aligned(_ alignment: TableCell.Alignment, height content: Double) -> Self {
        let spare = max(0, height - content)
        return switch alignment {
        case .top: inset(bottom: spare)
        case .middle: inset(top: spare / 2, bottom: spare / 2)
        case .bottom: inset(top: spare)
        case .fill: self
        }
    }
}
