import PageLayout

extension CodeModules {
    /// Dark modules that fill a rectangle.
    struct Block: Hashable {
        /// The uppermost row, from the top.
        var row: Int
        /// The first module, from the left.
        var start: Int
        /// The number of modules side by side.
        var length: Int
        /// The number of rows.
        var height: Int
    }

    /// The blocks, those of one shape together, column by column: what then repeats itself from line to line
    /// is longer, and compresses better.
    var orderedBlocks: [Block] {
        let (across, down) = (blocks, ModuleGrid(self).turned.modules.blocks)
        let fewest =
            across.count <= down.count
            ? across
            : down.map {
                Block(row: $0.start, start: $0.row, length: $0.height, height: $0.length)
            }
        return fewest.sorted { one, other in
            (one.height, one.length, one.start, one.row)
                < (other.height, other.length, other.start, other.row)
        }
    }

    /// The runs, those one made of equal ones in rows one under the other, by their uppermost row.
    ///
    /// A code has a fifth fewer of these: they take less room in a file, and less time to draw.
    var blocks: [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(runs.count)
        // The last block that begins at each column: one that went on into this row may go on.
        var latest = Array(repeating: -1, count: side)
        for run in runs {
            let last = latest[run.start]
            if last >= 0, blocks[last].length == run.length,
                blocks[last].row + blocks[last].height == run.row
            {
                blocks[last].height += 1
            } else {
                latest[run.start] = blocks.count
                blocks.append(
                    Block(row: run.row, start: run.start, length: run.length, height: 1)
                )
            }
        }
        return blocks
    }
}
