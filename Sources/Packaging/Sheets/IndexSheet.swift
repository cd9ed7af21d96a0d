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
        var text: SetParagraph
    }

    private static let rowHeight = 9.4
    private static let headHeight = 18.0
    private static let leading = 4.8
    private static let remarkStyle = TextStyle(.song, 9)

    /// The number of pages that the index takes.
    func pageCount(measure: any TextMeasuring, frame: SheetFrame) -> Int {
        portions(measure: measure, frame: frame).count
    }

    /// Draws the index for a volume, whose pages it leads to.
    func draw(
        frame: SheetFrame,
        measure: any TextMeasuring,
        volume: DossierPlan.Volume
    ) -> [Page] {
        let portions = portions(measure: measure, frame: frame)
        let firstRemarks = portions.firstIndex(where: \.hasRemarks)
        let targets = Dictionary(
            uniqueKeysWithValues: volume.sheets.enumerated().compactMap { place, sheet in
                sheet.number.map { ($0, place) }
            }
        )
        let sheets = volume.sheets.filter { if case .index = $0.kind { true } else { false } }
        return zip(portions, sheets).enumerated().map { index, pair in
            let (portion, sheet) = pair
            let frame = frame.on(sheet)
            var canvas = frame.open(measure: measure)
            let area = frame.content
            drawTitle(isFirst: index == 0, on: &canvas, in: area)
            var y = area.y + Self.headHeight
            if !portion.rows.isEmpty {
                y = drawTable(portion.rows, on: &canvas, in: area, top: y, targets)
            }
            if portion.hasRemarks {
                draw(
                    portion.remarks,
                    isFirst: index == firstRemarks,
                    on: &canvas,
                    in: area,
                    top: y + 10
                )
            }
            return frame.close(canvas)
        }
    }

    /// The title; said again on later pages it is a running head.
    private func drawTitle(isFirst: Bool, on canvas: inout SheetCanvas, in area: Box) {
        canvas.line(
            canvas.style.text(isFirst ? "indexTitle" : "indexContinued"),
            TextStyle(.songBold, isFirst ? 20 : 14, tracking: isFirst ? 2 : 0),
            x: area.centre,
            y: area.y + 11,
            .centre,
            as: isFirst ? .heading(level: 2) : nil
        )
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

        var placed = remarks.map { remark in
            let text = measure.set(
                remark.text,
                Self.remarkStyle,
                width: area.width - Self.remarkIndent,
                leading: Self.leading
            )
            return PlacedRemark(weight: remark.weight, text: text)
        }[...]
        let used = Double(portions[portions.count - 1].rows.count + 1) * Self.rowHeight
        var left = room - used - 10 - Self.remarkHead
        if left < Self.leading * 2 {
            portions.append(Portion(rows: rows.count..<rows.count))
            left = room - 10 - Self.remarkHead
        }
        portions[portions.count - 1].hasRemarks = true
        while let remark = placed.first {
            let height = remark.text.height + Self.remarkGap
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
        top: Double,
        _ targets: [Int: Int]
    ) -> Double {
        let colours = canvas.style.colours
        let edges = columns(area)
        let head = Box(area.x, top, area.width, Self.rowHeight)
        canvas.box(head, fill: colours.tint)
        canvas.part(.table) { canvas in
            canvas.part(.tableRow) { drawHead(on: &$0, in: head, edges: edges) }
            for (position, index) in range.enumerated() {
                var row = head
                row.y = head.bottom + Double(position) * Self.rowHeight
                let target = rows[index].pages.flatMap { targets[$0.lowerBound] }
                canvas.part(.tableRow) {
                    drawRow(index, on: &$0, in: row, edges: edges, target: target)
                }
            }
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

    private func drawHead(on canvas: inout SheetCanvas, in head: Box, edges: [Double]) {
        let titles = ["indexNumber", "indexMaterial", "indexNeed", "indexCount", "indexPages"]
        let label = TextStyle(.hei, 9, colour: canvas.style.colours.ink)
        for (column, key) in titles.enumerated() {
            canvas.line(
                canvas.style.text(key),
                label,
                x: (edges[column] + edges[column + 1]) / 2,
                y: head.middle + 1.5,
                .centre,
                as: .columnHeader
            )
        }
    }

    private func drawRow(
        _ index: Int,
        on canvas: inout SheetCanvas,
        in row: Box,
        edges: [Double],
        target: Int?
    ) {
        let item = rows[index]
        let style = canvas.style
        let text = TextStyle(.song, 10.5, colour: style.colours.ink)
        let baseline = row.middle + 1.6
        let pages =
            item.pages.map {
                $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
            } ?? style.text("indexNoPages")
        func small(_ words: String, in column: Int, on canvas: inout SheetCanvas) {
            let small = TextStyle(.hei, 9, colour: style.colours.ink)
            let centre = (edges[column] + edges[column + 1]) / 2
            canvas.line(words, small, x: centre, y: baseline, .centre, as: .data)
        }
        small("\(index + 1)", in: 0, on: &canvas)
        canvas.part(.data) { canvas in
            let room = edges[2] - edges[1] - 5
            canvas.line(item.title, text, x: edges[1] + 2.5, y: baseline, limit: room)
            if let target { canvas.add(.link(row, toPage: target)) }
        }
        small(item.need, in: 2, on: &canvas)
        let count = style.text("indexCountValue", ["count": "\(item.count)"])
        small(count, in: 3, on: &canvas)
        small(pages, in: 4, on: &canvas)
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
                y: top + 2,
                as: .heading(level: 2)
            )
        }
        var y = top + Self.remarkHead
        guard !remarks.isEmpty else {
            let none = style.text("findingsNone")
            canvas.line(none, Self.remarkStyle, x: area.x, y: y, as: .paragraph)
            return
        }
        canvas.part(.list) { canvas in
            for remark in remarks {
                canvas.part(.listItem) { draw(remark, on: &$0, x: area.x, y: y) }
                y += remark.text.height + Self.remarkGap
            }
        }
    }

    private func draw(
        _ remark: PlacedRemark,
        on canvas: inout SheetCanvas,
        x: Double,
        y: Double
    ) {
        let colours = canvas.style.colours
        let (key, colour) =
            switch remark.weight {
            case .error: ("findingError", colours.accent)
            case .warning: ("findingWarning", colours.ink)
            case .note: ("findingNote", colours.soft)
            }
        let word = canvas.style.text(key) + " "
        canvas.line(word, TextStyle(.heiBold, 9, colour: colour), x: x, y: y)
        canvas.paragraph(remark.text, x: x + Self.remarkIndent, y: y)
    }
}
