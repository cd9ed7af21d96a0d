package import Registration

/// Lets pieces of a page vote on which way lines of text run.
///
/// Across a line of text, ink comes and goes from row to row; along it, less from column to column.
/// The page as a whole would be misled by columns and tables, its pieces seldom are.
package enum TextVotes {
    /// The side of a piece, of which each overlaps half of the next; of a piece's quarter, too.
    static let side = 64
    static let step = 32
    /// Runs of ink this long are lines of a table.
    static let lineLength = 40
    /// The least and the most ink of text, in thousandths.
    static let density = 30...450
    /// The logarithm of the ratio of the variances from which on a piece votes.
    static let certainty = 0.35

    /// Counts the votes on the ink of a text-sized plane.
    package static func count(_ ink: InkMask) -> TextDirection {
        var mask = ink.mask
        mask.clearLines(ofAtLeast: lineLength)
        let strips = StripSums(mask, step: step)
        var votes = TextDirection(across: 0, down: 0)
        for row in 0..<max(strips.rows - 1, 0) {
            for column in 0..<max(strips.columns - 1, 0) {
                let piece = strips.piece(row: row, column: column)
                let ink = piece.rows.reduce(0) { $0 + Int($1) }
                guard density.contains(ink * 1000 / (side * side)) else { continue }
                let ratio = logarithm(of: piece.rows, over: piece.columns)
                if ratio > certainty { votes.across += 1 }
                if ratio < -certainty { votes.down += 1 }
            }
        }
        return votes
    }
}
