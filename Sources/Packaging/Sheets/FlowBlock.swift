import PageLayout

/// A line of a cell: pieces of text at places from the left edge of the cell's room, each with a square
/// to tick or not.
struct FlowLine {
    struct Piece {
        var text: String
        var style: TextStyle
        var x = 0.0
        /// The side of the square before the text; nil for none.
        var tick: Double?
    }

    var pieces: [Piece]
    /// The baseline, from the line's top edge.
    var baseline: Double
    /// The height that the line takes, in millimetres.
    var leading: Double
    /// Whether a text begins with it.
    var begins: Bool
}

extension SetParagraph {
    /// The lines, each of which may go to another page.
    var flowLines: [FlowLine] {
        var top = 0.0
        return lines.enumerated().map { index, line in
            defer { top += line.height }
            return FlowLine(
                pieces: line.pieces.map {
                    FlowLine.Piece(text: $0.text, style: $0.style, x: $0.x)
                },
                baseline: line.baseline - top,
                leading: line.height,
                begins: index == 0
            )
        }
    }
}

/// A cell of a row: lines of text, or a square to tick.
struct FlowCell {
    /// The cell's left edge and its width, on the page.
    var x: Double
    var width: Double
    var lines: [FlowLine] = []
    /// The side of the square in the middle of the cell; nil for none.
    var tick: Double?
    var fill: Colour?
    /// What the cell is in a table.
    var role = StructureRole.data

    var height: Double { lines.reduce(0) { $0 + $1.leading } }

    /// The lines of each text.
    var texts: [[FlowLine]] {
        var texts: [[FlowLine]] = []
        for line in lines {
            if line.begins || texts.isEmpty { texts.append([]) }
            texts[texts.count - 1].append(line)
        }
        return texts
    }
}

/// A part of the sheet that stays whole on a page: a row of cells one beside the other.
struct FlowBlock {
    var cells: [FlowCell]
    /// Room over and under the text, and left and right of it.
    var padding = (top: 0.0, side: 0.0)
    var minimumHeight = 0.0
    /// Whether lines are drawn around the cells.
    var isRuled = false
    /// Whether the head of the table must stand over it on each page.
    var isUnderHead = false
    /// Whether the block after it must stand on the same page.
    var keepsWithNext = false
    /// The title in the outline that leads to it.
    var bookmark: String?
    /// What the block belongs to, the outermost first.
    var parts = FlowParts()

    var height: Double {
        max(minimumHeight, (cells.map(\.height).max() ?? 0) + 2 * padding.top)
    }

    /// The block cut between its lines, for one that is longer than a page; nil if no line fits.
    func split(at room: Double) -> (head: Self, rest: Self)? {
        var (head, rest) = (self, self)
        for index in cells.indices {
            var used = 2 * padding.top
            let count = cells[index].lines.prefix { line in
                used += line.leading
                return used <= room
            }.count
            head.cells[index].lines = Array(cells[index].lines.prefix(count))
            rest.cells[index].lines = Array(cells[index].lines.dropFirst(count))
            rest.cells[index].tick = nil
        }
        guard head.cells.contains(where: { !$0.lines.isEmpty }) else { return nil }
        head.keepsWithNext = false
        rest.bookmark = nil
        return (head, rest)
    }
}
