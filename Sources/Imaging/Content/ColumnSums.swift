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
        sumUp()
    }

    /// How many samples a window has that no border at the left or at the right cuts off.
    var wholeArea: Int { (2 * reach + 1) * rows.count }

    /// Gives the sum and the number of the samples in the window around each column, from the left.
    @inline(__always)
    func visit(_ body: (_ x: Int, _ sum: Int, _ area: Int) -> Void) {
        let before = before.span
        let first = min(reach, width)
        let end = max(width - reach, first)
        for x in 0..<first { body(x, sum(around: x), area(around: x)) }
        let area = wholeArea
        for x in first..<end {
            body(x, Int(before[x &+ reach &+ 1] &- before[x &- reach]), area)
        }
        for x in end..<width { body(x, sum(around: x), self.area(around: x)) }
    }

    private func sum(around x: Int) -> Int {
        Int(before[min(x + reach + 1, width)] - before[max(x - reach, 0)])
    }

    private func area(around x: Int) -> Int {
        (min(x + reach + 1, width) - max(x - reach, 0)) * rows.count
    }

    private mutating func sumUp() {
        Self.sumUp(columns, into: &before)
    }

    private static func sumUp(_ columns: [Int32], into before: inout [Int32]) {
        let columns = columns.span
        var before = before.mutableSpan
        precondition(before.count == columns.count + 1)
        var sum: Int32 = 0
        for x in columns.indices {
            sum &+= columns[x]
            before[x &+ 1] = sum
        }
    }

    // One check of the lengths each, so that the loops need none.

    private mutating func add(_ row: Int, _ samples: Span<UInt8>) {
        let line = samples.extracting(row * width..<(row + 1) * width)
        var columns = columns.mutableSpan
        precondition(columns.count == line.count)
        for x in line.indices { columns[x] &+= Int32(line[x]) }
    }

    private mutating func subtract(_ row: Int, _ samples: Span<UInt8>) {
        let line = samples.extracting(row * width..<(row + 1) * width)
        var columns = columns.mutableSpan
        precondition(columns.count == line.count)
        for x in line.indices { columns[x] &-= Int32(line[x]) }
    }
}
