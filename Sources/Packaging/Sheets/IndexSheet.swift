import PageLayout
import TemplateCatalog

/// The index of a dossier (卷内目录) with what the check found; as many pages as it needs.
struct IndexSheet {
    /// A material in the index.
    struct Row {
        var title: String
        var need: String
        var count: Int
        /// The pages of its pictures, from 0; nil if it has none.
        var pages: ClosedRange<Int>?
    }

    /// A finding as printed.
    struct Remark {
        enum Weight {
            case error
            case warning
            case note
        }
        var weight: Weight
        var text: String
    }

    var rows: [Row]
    var remarks: [Remark]

    /// What one page of the index holds.
    private struct Portion {
        var rows: Range<Int>
        var remarks: [PlacedRemark] = []
        var hasRemarks = false
    }

    private struct PlacedRemark {
        var weight: Remark.Weight
        var lines: [String]
    }

    private static let rowHeight = 9.4
    private static let headHeight = 18.0
    private static let leading = 4.8
    private static let remarkStyle = TextStyle(.song, 9)

    /// The number of pages that the index takes.
    func pageCount(measure: any TextMeasuring, frame: SheetFrame) -> Int {
        portions(measure: measure, frame: frame).count
    }

    /// Draws the index; `firstPage` is the position of its first page in the document.
    func draw(frame: SheetFrame, measure: any TextMeasuring, firstPage: Int) -> [Page] {
        let portions = portions(measure: measure, frame: frame)
        return portions.enumerated().map { index, portion in
            var canvas = frame.open(page: firstPage + index, measure: measure)
            let style = canvas.style
            let area = frame.content
            canvas.line(
                style.text(index == 0 ? "indexTitle" : "indexContinued"),
                TextStyle(.songBold, index == 0 ? 20 : 14, tracking: index == 0 ? 2 : 0),
                x: area.centre,
                y: area.y + 11,
                .centre
            )
            var y = area.y + Self.headHeight
            if !portion.rows.isEmpty { y = drawTable(portion.rows, on: &canvas, in: area, top: y) }
            if portion.hasRemarks {
                draw(
                    portion.remarks,
                    isFirst: index == 0 || !portion.rows.isEmpty,
                    on: &canvas,
                    in: area,
                    top: y + 10
                )
            }
            return canvas.page
        }
    }

    // MARK: Division into pages

    private func portions(measure: any TextMeasuring, frame: SheetFrame) -> [Portion] {
        let area = frame.content
        let room = area.height - Self.headHeight
        var portions: [Portion] = []
        var next = 0
        let perPage = max(1, Int((room - Self.rowHeight) / Self.rowHeight))
        repeat {
            let end = min(rows.count, next + perPage)
            portions.append(Portion(rows: next..<end))
            next = end
        } while next < rows.count

        let breaking = LineBreaking(
            measure,
            style: Self.remarkStyle,
            width: area.width - Self.remarkIndent
        )
        var placed = remarks.map {
            PlacedRemark(weight: $0.weight, lines: breaking.lines(of: $0.text))
        }[...]
        let used = Double(portions[portions.count - 1].rows.count + 1) * Self.rowHeight
        var left = room - used - 10 - Self.remarkHead
        if left < Self.leading * 2 {
            portions.append(Portion(rows: rows.count..<rows.count))
            left = room - 10 - Self.remarkHead
        }
        portions[portions.count - 1].hasRemarks = true
        while let remark = placed.first {
            let height = Double(remark.lines.count) * Self.leading + Self.remarkGap
            if height > left, !portions[portions.count - 1].remarks.isEmpty {
                portions.append(Portion(rows: rows.count..<rows.count, hasRemarks: true))
                left = room - 10 - Self.remarkHead
            }
            portions[portions.count - 1].remarks.append(remark)
            left -= height
            placed.removeFirst()
        }
        return portions
    }

    private static let remarkIndent = 14.0
    private static let remarkHead = 8.0
    private static let remarkGap = 1.6

    // MARK: Drawing

    /// The left edges of the columns and the right edge of the last.
    private func columns(_ area: Box) -> [Double] {
        [area.x, area.x + 14, area.right - 58, area.right - 38, area.right - 20, area.right]
    }

    private func drawTable(
        _ range: Range<Int>,
        on canvas: inout SheetCanvas,
        in area: Box,
        top: Double
    ) -> Double {
        let colours = canvas.style.colours
        let edges = columns(area)
        let head = Box(area.x, top, area.width, Self.rowHeight)
        canvas.box(head, fill: colours.tint)
        let titles = ["indexNumber", "indexMaterial", "indexNeed", "indexCount", "indexPages"]
        let label = TextStyle(.hei, 9, colour: colours.ink)
        for (column, key) in titles.enumerated() {
            let centre = (edges[column] + edges[column + 1]) / 2
            canvas.line(canvas.style.text(key), label, x: centre, y: head.middle + 1.5, .centre)
        }
        for (position, index) in range.enumerated() {
            let row = Box(
                area.x,
                head.bottom + Double(position) * Self.rowHeight,
                area.width,
                Self.rowHeight
            )
            drawRow(index, on: &canvas, in: row, edges: edges)
        }
        let bottom = head.bottom + Double(range.count) * Self.rowHeight
        for position in 0...range.count {
            let y = head.bottom + Double(position) * Self.rowHeight
            canvas.rule(Point(area.x, y), Point(area.right, y))
        }
        for edge in edges.dropFirst().dropLast() {
            canvas.rule(Point(edge, top), Point(edge, bottom))
        }
        canvas.box(
            Box(area.x, top, area.width, bottom - top),
            stroke: Stroke(0.4, colours.ink)
        )
        return bottom
    }

    private func drawRow(_ index: Int, on canvas: inout SheetCanvas, in row: Box, edges: [Double]) {
        let item = rows[index]
        let style = canvas.style
        let text = TextStyle(.song, 10.5, colour: style.colours.ink)
        let small = TextStyle(.hei, 9, colour: style.colours.ink)
        let baseline = row.middle + 1.6
        let pages =
            item.pages.map {
                $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
            } ?? style.text("indexNoPages")
        canvas.line(
            "\(index + 1)",
            small,
            x: (edges[0] + edges[1]) / 2,
            y: baseline,
            .centre
        )
        canvas.line(
            item.title,
            text,
            x: edges[1] + 2.5,
            y: baseline,
            limit: edges[2] - edges[1] - 5
        )
        canvas.line(item.need, small, x: (edges[2] + edges[3]) / 2, y: baseline, .centre)
        canvas.line(
            style.text("indexCountValue", ["count": "\(item.count)"]),
            small,
            x: (edges[3] + edges[4]) / 2,
            y: baseline,
            .centre
        )
        canvas.line(pages, small, x: (edges[4] + edges[5]) / 2, y: baseline, .centre)
        if let first = item.pages?.lowerBound { canvas.add(.link(row, toPage: first)) }
    }

    private func draw(
        _ remarks: [PlacedRemark],
        isFirst: Bool,
        on canvas: inout SheetCanvas,
        in area: Box,
        top: Double
    ) {
        let style = canvas.style
        if isFirst {
            canvas.line(
                style.text("findingsTitle"),
                TextStyle(.heiBold, 11),
                x: area.x,
                y: top + 2
            )
        }
        var y = top + Self.remarkHead
        guard !remarks.isEmpty else {
            canvas.line(style.text("findingsNone"), Self.remarkStyle, x: area.x, y: y)
            return
        }
        for remark in remarks {
            let (key, colour) =
                switch remark.weight {
                case .error: ("findingError", style.colours.accent)
                case .warning: ("findingWarning", style.colours.ink)
                case .note: ("findingNote", style.colours.soft)
                }
            canvas.line(style.text(key), TextStyle(.heiBold, 9, colour: colour), x: area.x, y: y)
            for line in remark.lines {
                canvas.line(line, Self.remarkStyle, x: area.x + Self.remarkIndent, y: y)
                y += Self.leading
            }
            y += Self.remarkGap
        }
    }
}
