/// Sums of samples over a square window, cut off at the borders, for one row of centres at a time.
struct ColumnSums {
    private let width: Int
    private let height: Int
    private let reach: Int
    /// The rows summed up now.
    private var rows = 0..<0
    private var columns: [Int32]
    /// The sum of all columns left of each.
    private var before: [Int32]

    init(_ plane: LumaPlane, reach: Int) {
        width = plane.width
        height = plane.height
        self.reach = reach
        columns = Array(repeating: 0, count: width)
        before = Array(repeating: 0, count: width + 1)
    }

    /// Moves the window down to a row; rows must be visited from the top.
    mutating func moveToRow(_ y: Int, of samples: Span<UInt8>) {
        let wanted = max(y - reach, 0)..<min(y + reach + 1, height)
        for row in rows.upperBound..<wanted.upperBound { add(row, samples) }
        for row in rows.lowerBound..<wanted.lowerBound { subtract(row, samples) }
        rows = wanted
        var sum: Int32 = 0
        for x in 0..<width {
            sum &+= columns[x]
            before[x &+ 1] = sum
        }
    }

    /// The sum and the number of the samples in the window around a column.
    @inline(__always)
    func sum(around x: Int) -> (sum: Int, area: Int) {
        let left = max(x &- reach, 0)
        let right = min(x &+ reach &+ 1, width)
        return (Int(before[right] &- before[left]), (right &- left) &* rows.count)
    }

    private mutating func add(_ row: Int, _ samples: Span<UInt8>) {
        for x in 0..<width { columns[x] &+= Int32(samples[row &* width &+ x]) }
    }

    private mutating func subtract(_ row: Int, _ samples: Span<UInt8>) {
        for x in 0..<width { columns[x] &-= Int32(samples[row &* width &+ x]) }
    }
}
