extension DocumentLayout {
    /// The layout as text, a line a mark: what golden files hold and what a person can compare.
    public var text: String {
        let drawn = pages.enumerated().flatMap { index, page in
            ["page \(index) \(page.label) \(page.size.width.mm)x\(page.size.height.mm)"]
                + page.marks.map { "  \($0.text)" }
        }
        return (drawn + bookmarks.flatMap { $0.lines(indent: "") }).joined(separator: "\n") + "\n"
    }
}

extension Bookmark {
    fileprivate func lines(indent: String) -> [String] {
        ["\(indent)bookmark \(page) \(title)"]
            + children.flatMap { $0.lines(indent: indent + "  ") }
    }
}

extension Mark {
    fileprivate var text: String {
        switch self {
        case .text(let text, let at, let style):
            "text \(at.text) \(style.role.rawValue) \(style.look) \(text)"
        case .rule(let from, let to, let stroke):
            "rule \(from.text) \(to.text) \(stroke.text)"
        case .box(let box, let fill, let stroke):
            "box \(box.text) fill \(fill?.description ?? "-") stroke \(stroke?.text ?? "-")"
        case .picture(let index, let box, let turn):
            "picture \(index) \(box.text) turn \(turn.rawValue)"
        case .watermark(let mark): "watermark \(mark.box.text) \(mark.style.look) \(mark.text)"
        case .code(let modules, let box): "code \(modules.side) \(box.text)"
        case .link(let box, let page): "link \(box.text) page \(page)"
        case .field(let field, let box):
            "field \(field.name) \(field.kind.text) \(box.text) \(field.value)"
        case .begin(let role): "begin \(role.text)"
        case .end: "end"
        }
    }
}

extension FormField.Kind {
    fileprivate var text: String {
        switch self {
        case .text(_, _, let isMultiline, let limit):
            (isMultiline ? "lines" : "line") + (limit.map { " at most \($0)" } ?? "")
        case .checkBox: "box"
        case .option(let value, _): "option \(value)"
        }
    }
}

extension StructureRole {
    fileprivate var text: String {
        switch self {
        case .section: "section"
        case .heading(let level): "heading \(level)"
        case .paragraph: "paragraph"
        case .table: "table"
        case .tableRow: "row"
        case .headerCell(let scope, let columns, let rows):
            "header \(scope.rawValue) \(columns)x\(rows)"
        case .dataCell(let columns, let rows): "cell \(columns)x\(rows)"
        case .list: "list"
        case .listItem: "item"
        case .figure(let alternative, let box): "figure \(box.text) \(alternative)"
        case .note: "note"
        }
    }
}

extension TextStyle {
    fileprivate var look: String {
        "\(size.mm) \(colour)" + (tracking == 0 ? "" : " tracking \(tracking.mm)")
    }
}

extension Stroke {
    fileprivate var text: String { "\(width.mm) \(colour)" + (dash.map { " dash \($0.mm)" } ?? "") }
}

extension Point {
    fileprivate var text: String { "\(x.mm),\(y.mm)" }
}

extension Box {
    fileprivate var text: String { "\(x.mm),\(y.mm) \(width.mm)x\(height.mm)" }
}

extension Double {
    /// The number rounded to hundredths, without a needless fraction.
    fileprivate var mm: String {
        let hundredths = Int((self * 100).rounded())
        guard !hundredths.isMultiple(of: 100) else { return String(hundredths / 100) }
        let sign = hundredths < 0 ? "-" : ""
        let fraction = hundredths.magnitude % 100
        return "\(sign)\(hundredths.magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
