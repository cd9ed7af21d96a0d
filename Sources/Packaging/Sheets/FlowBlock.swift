import PageLayout
import TemplateCatalog

/// A line of a cell: pieces of text at places from the cell's left edge, each with a box to tick or not.
struct FlowLine {
    struct Piece {
        var text: String
        var x = 0.0
        /// The side of the square before the text; nil for none.
        var tick: Double?
    }

    var pieces: [Piece]
    var style: TextStyle
    /// The height that the line takes, in millimetres.
    var leading: Double

    init(_ text: String, _ style: TextStyle, leading: Double) {
        self.init([Piece(text: text)], style, leading: leading)
    }

    init(_ pieces: [Piece], _ style: TextStyle, leading: Double) {
        self.pieces = pieces
        self.style = style
        self.leading = leading
    }
}

/// A cell of a row: lines of text, or a square to tick.
struct FlowCell {
    enum Alignment {
        case left
        case centre
    }

    /// The cell's left edge and its width, on the page.
    var x: Double
    var width: Double
    var lines: [FlowLine] = []
    var alignment = Alignment.left
    /// The side of the square in the middle of the cell; nil for none.
    var tick: Double?
    var fill: Colour?

    var height: Double { lines.reduce(0) { $0 + $1.leading } }
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

extension SheetCanvas {
    /// Draws a block whose top edge is at `y`: fills, lines, then the text cell by cell.
    mutating func draw(_ block: FlowBlock, y: Double) {
        let height = block.height
        for cell in block.cells {
            let frame = Box(cell.x, y, cell.width, height)
            if let fill = cell.fill { box(frame, fill: fill) }
            if block.isRuled { box(frame, stroke: Stroke(0.2, style.colours.line)) }
        }
        for cell in block.cells {
            draw(cell, in: Box(cell.x, y, cell.width, height), side: block.padding.side)
        }
    }

    private mutating func draw(_ cell: FlowCell, in frame: Box, side: Double) {
        if let tick = cell.tick {
            square(Point(frame.centre - tick / 2, frame.middle - tick / 2), tick)
        }
        var top = frame.middle - cell.height / 2
        for line in cell.lines {
            let baseline = top + (line.leading - line.style.em) / 2 + line.style.em * 0.88
            for piece in line.pieces { draw(piece, of: line, cell, in: frame, side, baseline) }
            top += line.leading
        }
    }

    private mutating func draw(
        _ piece: FlowLine.Piece,
        of line: FlowLine,
        _ cell: FlowCell,
        in frame: Box,
        _ side: Double,
        _ baseline: Double
    ) {
        let room = frame.width - 2 * side
        guard cell.alignment == .left else {
            self.line(piece.text, line.style, x: frame.centre, y: baseline, .centre, limit: room)
            return
        }
        var x = frame.x + side + piece.x
        if let tick = piece.tick {
            square(Point(x, baseline - line.style.em * 0.38 - tick / 2), tick)
            x += tick * 1.4
        }
        self.line(piece.text, line.style, x: x, y: baseline, limit: frame.right - side - x)
    }

    private mutating func square(_ corner: Point, _ side: Double) {
        box(Box(corner.x, corner.y, side, side), stroke: Stroke(0.25, style.colours.ink))
    }
}
