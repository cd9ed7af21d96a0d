extension Table: CellContent {
    /// The height at a width; infinite if the columns do not fit.
    public func height(width: Double) -> Double {
        (try? MeasuredTable(self, width: width).height) ?? .infinity
    }

    /// Lines, fills and contents, stretched to the height of the box where rows stretch.
    public func marks(in box: Box) -> [Mark] {
        (try? layout(at: Point(box.x, box.y), width: box.width, height: box.height).marks) ?? []
    }

    /// The rows that fit a height and those that are left, which begin with the header rows again.
    public func split(
        width: Double,
        height: Double
    ) -> (head: any CellContent, rest: any CellContent)? {
        split(width: width, height: height, freshHeight: height)
    }

    /// The same, but rows that belong together are parted only if not even a fresh page holds them.
    public func split(
        width: Double,
        height: Double,
        freshHeight: Double
    ) -> (head: any CellContent, rest: any CellContent)? {
        guard let measured = try? MeasuredTable(self, width: width),
            measured.height > height + MeasuredTable.tolerance, height > 0
        else { return nil }
        let parts = TableBreaking(measured, room: height, fresh: freshHeight).parts()
        return parts.map { ($0.head, $0.rest ?? EmptyContent()) }
    }

    /// What the fixed rows of the table leave out.
    public func overflows(in box: Box) -> [TableOverflow] {
        let origin = Point(box.x, box.y)
        return (try? layout(at: origin, width: box.width, height: box.height).overflows) ?? []
    }
}
