import PageLayout

extension Page {
    /// The parts of the page in reading order, each with its depth and the words that are its own.
    var parts: [(role: StructureRole, depth: Int, words: String)] {
        var parts: [(role: StructureRole, depth: Int, words: String)] = []
        var open: [Int] = []
        for mark in marks {
            switch mark {
            case .begin(let role):
                parts.append((role, open.count, ""))
                open.append(parts.count - 1)
            case .end: _ = open.popLast()
            case .text(let text, at: _, _):
                if let innermost = open.last { parts[innermost].words += text }
            default: break
            }
        }
        return parts
    }

    /// The headings on the page, each after its level.
    var headings: [String] {
        parts.compactMap { part in
            guard case .heading(let level) = part.role else { return nil }
            return "\(level) \(part.words)"
        }
    }

    /// What no reader could follow: parts left open, rows outside tables, tables whose rows differ in length.
    var firstStructureFault: String? {
        var open: [StructureRole] = []
        return structureFault(&open) ?? (open.isEmpty ? nil : "a part stays open")
    }

    /// The same where a section may reach over several pages; `open` is what reaches into this one.
    func structureFault(_ open: inout [StructureRole]) -> String? {
        var (columns, width): (Int?, Int) = (nil, 0)
        // What comes down from rows above: how wide it is, and over how many rows more.
        var hanging: [(width: Int, rows: Int)] = []
        for mark in marks {
            switch mark {
            case .begin(let role):
                switch role {
                case .table: (columns, hanging) = (nil, [])
                case .tableRow:
                    guard open.last == .table else { return "a row outside a table" }
                    width = hanging.reduce(0) { $0 + $1.width }
                    hanging = hanging.map { ($0.width, $0.rows - 1) }.filter { $0.rows > 0 }
                case .headerCell(_, let span, let rows), .dataCell(let span, let rows):
                    guard open.last == .tableRow else { return "a cell outside a row" }
                    width += span
                    if rows > 1 { hanging.append((span, rows - 1)) }
                default: break
                }
                open.append(role)
            case .end:
                guard let role = open.popLast() else { return "a part ends that never began" }
                guard role == .tableRow else { continue }
                guard width == columns ?? width else {
                    return "\(width) columns of \(columns ?? 0)"
                }
                columns = width
            default: break
            }
        }
        return open.allSatisfy { $0 == .section } ? nil : "a part stays open"
    }
}
