package import PageLayout

/// Looks at nothing but the marks of a page: whether texts overlap, cross lines, or leave the page.
package struct PageScrutiny {
    private struct Line {
        let text: String
        let box: Box
    }

    private let lines: [Line]
    private let rules: [Box]
    private let size: Size
    private let margin: Double

    /// Measures the texts of a page; nothing may come nearer to its edges than the margin.
    package init(_ page: Page, measure: any TextMeasuring, margin: Double) {
        var lines: [Line] = []
        var rules: [Box] = []
        for mark in page.marks {
            switch mark {
            case .text(let text, let at, let style):
                if let box = Self.ink(of: text, at: at, style, measure) {
                    lines.append(Line(text: text, box: box))
                }
            case .rule(let from, let to, _):
                rules.append(
                    Box(
                        min(from.x, to.x),
                        min(from.y, to.y),
                        abs(to.x - from.x),
                        abs(to.y - from.y)
                    )
                )
            case .box(let box, _, let stroke?):
                _ = stroke
                rules += [
                    Box(box.x, box.y, box.width, 0), Box(box.x, box.bottom, box.width, 0),
                    Box(box.x, box.y, 0, box.height), Box(box.right, box.y, 0, box.height),
                ]
            default: break
            }
        }
        self.lines = lines
        self.rules = rules
        size = page.size
        self.margin = margin
    }

    /// What is wrong, in words; nothing if all is well.
    package var faults: [String] { strays + crossings + overlaps }

    /// The texts as drawn, in order.
    package var text: String { lines.map(\.text).joined() }

    /// Where the texts are seen, without their blanks.
    package var textBoxes: [Box] { lines.map(\.box) }

    private var strays: [String] {
        lines.filter { line in
            line.box.x < margin || line.box.right > size.width - margin
                || line.box.y < margin || line.box.bottom > size.height - margin
        }.map { "outside: \($0.text)" }
    }

    private var crossings: [String] {
        lines.flatMap { line in
            rules.filter { line.box.meets($0) }.map { "crosses \($0): \(line.text) \(line.box)" }
        }
    }

    private var overlaps: [String] {
        lines.indices.flatMap { first in
            lines[(first + 1)...].filter { $0.box.meets(lines[first].box) }
                .map { "overlap: \(lines[first].text) | \($0.text)" }
        }
    }

    /// Where a text is seen: its blanks at both ends and above and below its characters left out.
    private static func ink(
        of text: String,
        at point: Point,
        _ style: TextStyle,
        _ measure: any TextMeasuring
    ) -> Box? {
        let head = text.prefix { $0.isWhitespace }
        let body = text.dropFirst(head.count)
        let trimmed = body.prefix(
            body.lastIndex { !$0.isWhitespace }.map {
                body.distance(from: body.startIndex, to: $0) + 1
            } ?? 0
        )
        guard !trimmed.isEmpty else { return nil }
        let x = point.x + measure.width(of: String(head), in: style)
        let width = measure.width(of: String(trimmed), in: style) - style.tracking
        // Marks such as （ and ， are half blank: a line may take that half away.
        let left = opening.contains(trimmed.first ?? " ") ? style.em / 2 : 0
        let right = closing.contains(trimmed.last ?? " ") ? style.em / 2 : 0
        return Box(
            x + left + 0.02,
            point.y - style.em * 0.82,
            max(0.01, width - left - right - 0.04),
            style.em * 0.88
        )
    }

    private static let opening = Set("（《〈“‘【〔「『［｛·")
    private static let closing = Set("）》〉”’】〕」』］｝，、。；：？！．·")
}

extension Box {
    fileprivate func meets(_ other: Box) -> Bool {
        x < other.right - 1e-6 && other.x < right - 1e-6 && y < other.bottom - 1e-6
            && other.y < bottom - 1e-6
            || crosses(other)
    }

    /// Whether a line without any width or height goes through.
    private func crosses(_ line: Box) -> Bool {
        if line.height == 0 {
            return y < line.y && line.y < bottom && x < line.right && line.x < right
        }
        if line.width == 0 {
            return x < line.x && line.x < right && y < line.bottom && line.y < bottom
        }
        return false
    }
}
