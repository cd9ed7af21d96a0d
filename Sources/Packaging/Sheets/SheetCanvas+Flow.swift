import PageLayout
import TemplateCatalog

extension SheetCanvas {
    /// The width of the lines of tables.
    static let gridWidth = 0.2

    /// Draws the blocks of a page with the parts to which they belong, all of which end on the page.
    mutating func draw(_ blocks: [PageFlow.Placed]) {
        var open: [StructureRole] = []
        func close(to depth: Int, on canvas: inout Self) {
            while open.count > depth {
                open.removeLast()
                canvas.add(.end)
            }
        }
        for placed in blocks {
            let parts = placed.block.parts
            close(to: parts.shared, on: &self)
            for role in parts.roles.dropFirst(open.count) {
                add(.begin(role))
                open.append(role)
            }
            draw(placed.block, y: placed.y)
        }
        close(to: 0, on: &self)
    }

    /// Draws a block whose top edge is at `y`: fills, lines, then the text cell by cell.
    private mutating func draw(_ block: FlowBlock, y: Double) {
        let height = block.height
        for cell in block.cells {
            let frame = Box(cell.x, y, cell.width, height)
            if let fill = cell.fill { box(frame, fill: fill) }
            if block.isRuled { box(frame, stroke: Stroke(Self.gridWidth, style.colours.line)) }
        }
        func drawCells(on canvas: inout Self) {
            for cell in block.cells {
                let frame = Box(cell.x, y, cell.width, height)
                if block.parts.isRow { canvas.add(.begin(cell.role)) }
                canvas.draw(cell, in: frame, side: block.padding.side)
                if block.parts.isRow { canvas.add(.end) }
            }
        }
        if block.parts.isRow {
            part(.tableRow) { drawCells(on: &$0) }
        } else {
            drawCells(on: &self)
        }
    }

    /// Draws a cell; where it has several texts, as only cells of tables do, each is a paragraph.
    private mutating func draw(_ cell: FlowCell, in frame: Box, side: Double) {
        if let tick = cell.tick {
            square(Point(frame.centre - tick / 2, frame.middle - tick / 2), tick)
        }
        var top = frame.middle - cell.height / 2
        let texts = cell.texts
        for text in texts {
            if texts.count > 1 { add(.begin(.paragraph)) }
            for line in text {
                draw(line, x: frame.x + side, top: top)
                top += line.leading
            }
            if texts.count > 1 { add(.end) }
        }
    }

    private mutating func draw(_ line: FlowLine, x: Double, top: Double) {
        let baseline = top + line.baseline
        for piece in line.pieces {
            var x = x + piece.x
            if let tick = piece.tick {
                square(Point(x, baseline - piece.style.em * 0.38 - tick / 2), tick)
                x += tick * FlowLine.tickRoom
            }
            add(.text(piece.text, at: Point(x, baseline), piece.style))
        }
    }

    private mutating func square(_ corner: Point, _ side: Double) {
        box(Box(corner.x, corner.y, side, side), stroke: Stroke(0.25, style.colours.ink))
    }
}

extension FlowLine {
    /// The room for a square and the blank after it, in sides of the square.
    static let tickRoom = 1.4
}
