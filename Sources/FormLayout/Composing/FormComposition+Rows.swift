import PageLayout

extension FormComposition {
    /// The table without the rows that are not shown; what comes down over them comes down less far.
    func shown(_ form: FormTable) -> FormTable {
        let isShown = form.rows.map { $0.condition.isMet(by: answers) }
        guard isShown.contains(false) else { return form }
        var table = form
        table.rows = []
        for (index, row) in form.rows.enumerated() where isShown[index] {
            var row = row
            for cell in row.cells.indices {
                let end = min(index + row.cells[cell].rows, form.rows.count)
                row.cells[cell].rows -= isShown[index..<end].count { !$0 }
            }
            table.rows.append(row)
        }
        return table
    }

    /// Gives the cell of a row its look and meaning.
    func finish(
        _ cell: inout TableCell,
        _ content: FormCell.Content,
        of form: FormTable,
        rows: Range<Int>
    ) {
        let row = form.rows[rows.lowerBound]
        cell.fill = row.fill.map { style.colours[$0] }
        if row.isHead { cell.meaning = .columnHeader }
        guard form.lines == .rows else { return }
        cell.borders = TableCell.Borders(left: .none, right: .none)
        if case .photo = content {
            cell.borders = TableCell.Borders(left: .none, top: .none, right: .none, bottom: .none)
            return
        }
        if rows.lowerBound == 0 { cell.borders.top = .stroke(Stroke(style.sizes.frame)) }
        if rows.upperBound >= form.rows.count { cell.borders.bottom = .stroke(grid(of: .rows)) }
    }

    /// The lines between the cells of a table.
    func grid(of lines: FormTable.Lines) -> Stroke {
        switch lines {
        case .grid: Stroke(style.sizes.grid)
        case .rows: Stroke(style.sizes.grid, style.colours.line)
        case .none: Stroke(0)
        }
    }
}
