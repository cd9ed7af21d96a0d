import Glibc

/// Sums of a mask over short strips across and down, from which those of overlapping pieces follow.
struct StripSums {
    /// How many whole squares of one step fit.
    let rows: Int
    let columns: Int
    private let step: Int
    /// For each row of pixels, the sum over each strip across.
    private var across: [UInt16]
    /// For each row of squares, the sum over each strip down.
    private var down: [UInt16]

    init(_ mask: BinaryMask, step: Int) {
        rows = mask.height / step
        columns = mask.width / step
        self.step = step
        across = Array(repeating: 0, count: rows * step * columns)
        down = Array(repeating: 0, count: rows * columns * step)
        let bits = mask.bits.span
        for y in 0..<rows * step {
            let downRow = y / step * columns * step
            for column in 0..<columns {
                var sum: UInt16 = 0
                for x in column * step..<(column + 1) * step {
                    let bit = UInt16(bits[y &* mask.width &+ x])
                    sum &+= bit
                    down[downRow &+ x] &+= bit
                }
                across[y * columns + column] = sum
            }
        }
    }

    /// The sums over the rows and over the columns of a piece of two by two squares.
    func piece(row: Int, column: Int) -> (rows: [UInt16], columns: [UInt16]) {
        let sumsOfRows = (row * step..<(row + 2) * step).map {
            across[$0 * columns + column] + across[$0 * columns + column + 1]
        }
        let sumsOfColumns = (column * step..<(column + 2) * step).map {
            down[row * columns * step + $0] + down[(row + 1) * columns * step + $0]
        }
        return (sumsOfRows, sumsOfColumns)
    }
}

extension TextVotes {
    /// The logarithm of the ratio of two variances, kept finite where one is none.
    static func logarithm(of first: [UInt16], over second: [UInt16]) -> Double {
        log((variance(first) + 1e-3) / (variance(second) + 1e-3))
    }

    private static func variance(_ values: [UInt16]) -> Double {
        let sum = values.reduce(0) { $0 + Int($1) }
        let squares = values.reduce(0) { $0 + Int($1) * Int($1) }
        let count = Double(values.count)
        return Double(squares) / count - Double(sum) * Double(sum) / (count * count)
    }
}
