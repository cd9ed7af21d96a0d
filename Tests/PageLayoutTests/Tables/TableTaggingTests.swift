import PageLayout
import Testing

@Suite struct `A tagged table` {
    private func roles(_ marks: [Mark]) -> [String] {
        marks.compactMap { mark in
            switch mark {
            case .begin(.table): "table("
            case .begin(.tableRow): "row("
            case .begin(.headerCell(let scope, let columns, let rows)):
                "\(scope.rawValue) \(columns)x\(rows)("
            case .begin(.dataCell(let columns, let rows)): "cell \(columns)x\(rows)("
            case .begin: "other("
            case .end: ")"
            default: nil
            }
        }
    }

    private func table() throws -> Table {
        var table = try Table(
            columns: [.fixed(20), .fixed(20), .fixed(20)],
            header: [
                TableRow(
                    [TableCell(meaning: .columnHeader), TableCell(columns: 2)],
                    height: .atLeast(5)
                )
            ],
            rows: [
                TableRow(
                    [TableCell(rows: 2, meaning: .rowHeader), TableCell(), TableCell()],
                    height: .atLeast(5)
                ),
                TableRow([TableCell(columns: 2)], height: .atLeast(5)),
            ]
        )
        table.isTagged = true
        return table
    }

    @Test func `says where rows and cells begin and end, and what each spans`() throws {
        let layout = try table().layout(at: Point(0, 0), width: 60)
        #expect(
            roles(layout.marks).joined()
                == "table(row(Column 1x1()cell 2x1())row(Row 1x2()cell 1x1()cell 1x1())row(cell 2x1()))"
        )
    }

    @Test func `keeps its lines outside of all parts`() throws {
        let marks = try table().layout(at: Point(0, 0), width: 60).marks
        let end = try #require(marks.lastIndex(of: .end))
        #expect(marks[(end + 1)...].contains { if case .rule = $0 { true } else { false } })
        #expect(!marks[...end].contains { if case .rule = $0 { true } else { false } })
    }

    @Test func `ends on each page and begins again on the next`() throws {
        let rows = (0..<4).map { _ in TableRow([TableCell()], height: .atLeast(5)) }
        var table = try Table(columns: [.fixed(60)], rows: rows)
        table.isTagged = true
        let pages = try table.pages(width: 60, firstHeight: 11, nextHeight: 20)
        #expect(pages.count == 2)
        for page in pages {
            let roles = roles(page.marks)
            #expect(roles.first == "table(")
            #expect(roles.count { $0 == ")" } == roles.count { $0 != ")" })
        }
    }

    @Test func `says nothing unless it is told to`() throws {
        var table = try table()
        table.isTagged = false
        #expect(try roles(table.layout(at: Point(0, 0), width: 60).marks).isEmpty)
    }
}
