import PageLayout
import TemplateCatalog

extension SheetCanvas {
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
            if block.isRuled { box(frame, stroke: Stroke(0.2, style.colours.line)) }
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

    private mutating func draw(_ cell: FlowCell, in frame: Box, side: Double) {
        if let tick = cell.tick {
            square(Point(frame.centre - tick / 2, frame.middle - tick / 2), tick)
        }
        var top = frame.middle - cell.height / 2
        for line in cell.lines {
            let baseline = top + line.baseline
            for piece in line.pieces {
                var x = frame.x + side + piece.x
                if let tick = piece.tick {
                    square(Point(x, baseline - piece.style.em * 0.38 - tick / 2), tick)
                    x += tick * FlowLine.tickRoom
                }
                add(.text(piece.text, at: Point(x, baseline), piece.style))
            }
            top += line.leading
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
