import FormLayout
import Packaging
import PageLayout
import Registration
import Sealing
import TemplateCatalog

/// The pages of a comparison: which rows stand on which page, each drawn when it is asked for.
struct DifferencePages {
    private let head: [Page]
    private let content: Box
    private let rows: [DifferenceRow]
    /// The rows of each page, and where the first of them begins.
    private let placed: [(rows: Range<Int>, y: Double)]
    private let heights: [Double]
    private let words: DifferenceWords
    private let measure: any TextMeasuring
    private let running: String

    private static let space = 6.0

    init(
        _ difference: CaseDifference,
        words: DifferenceWords,
        sheet: SheetCompositor,
        measure: any TextMeasuring
    ) throws(TableError) {
        self.words = words
        self.measure = measure
        let answers = DifferenceSheet(difference: difference, words: words).answers
        head = try sheet.pages(answers, in: sheet.wholePage)
        content = sheet.wholePage.content
        running = words.text(
            "differenceRunning",
            [
                "before": difference.before.id.description,
                "after": difference.after.id.description,
            ]
        )
        rows = difference.pictures.enumerated().map { index, picture in
            // What only moved is one picture.
            let isOne = picture.before?.hash == picture.after?.hash
            return DifferenceRow(
                picture: picture,
                indexes: (before: index * 2, after: index * 2 + (isOne ? 0 : 1)),
                words: words
            )
        }
        let width = content.width
        heights = rows.map { $0.height(measure, width: width) }
        let start = (head.last?.lowest ?? content.y) + Self.space
        placed = Self.placed(heights, from: start, in: content, after: head.count)
    }

    /// Rows on pages, the first of which is the last page of the head.
    private static func placed(
        _ heights: [Double],
        from start: Double,
        in content: Box,
        after head: Int
    ) -> [(rows: Range<Int>, y: Double)] {
        var pages: [(rows: Range<Int>, y: Double)] = Array(
            repeating: (0..<0, content.y),
            count: max(0, head - 1)
        )
        var (first, top, y) = (0, start, start)
        for (index, height) in heights.enumerated() {
            if y + height > content.bottom, y > content.y {
                pages.append((first..<index, top))
                (first, top, y) = (index, content.y, content.y)
            }
            y += height
        }
        return pages + [(first..<heights.count, top)]
    }

    var count: Int { placed.count }

    /// The outline: what changed on the whole, and under it each picture.
    var bookmarks: [Bookmark] {
        var pictures: [Bookmark] = []
        for (page, place) in placed.enumerated() {
            var y = place.y
            for row in place.rows {
                pictures.append(Bookmark(rows[row].title, page: page, top: y))
                y += heights[row]
            }
        }
        return [Bookmark(running, page: 0, children: pictures)]
    }

    /// A page, by its index.
    func page(_ index: Int) -> Page {
        var canvas = SheetCanvas(label: "\(index + 1)", measure: measure, style: words.style)
        if head.indices.contains(index) {
            for mark in head[index].marks { canvas.add(mark) }
        }
        var y = placed[index].y
        for row in placed[index].rows {
            rows[row].draw(on: &canvas, in: content, y: y)
            y += heights[row]
        }
        let foot = words.text("differencePage", ["page": "\(index + 1)", "pages": "\(count)"])
        let look = TextStyle(.hei, 7.5, colour: words.style.colours.soft)
        let base = content.bottom + 7
        canvas.line(running, look, x: content.x, y: base)
        canvas.line(foot, look, x: content.right, y: base, .right)
        return canvas.page
    }

    /// The picture that an index of a mark stands for, and whether it is the older one.
    func picture(_ index: Int) -> (picture: RevisedPicture, isBefore: Bool)? {
        guard rows.indices.contains(index / 2) else { return nil }
        let row = rows[index / 2].picture
        let isBefore = index.isMultiple(of: 2) && row.before != nil
        let picture = isBefore ? row.before : row.after
        return picture.map { ($0, isBefore) }
    }
}

extension Page {
    /// The lowest line or text on the page.
    fileprivate var lowest: Double {
        marks.map { mark in
            switch mark {
            case .text(_, let at, _): at.y
            case .rule(let from, let to, _): max(from.y, to.y)
            case .box(let box, _, _): box.bottom
            default: 0
            }
        }.max() ?? 0
    }
}
