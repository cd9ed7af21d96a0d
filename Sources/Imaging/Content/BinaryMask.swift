/// A picture of zeros and ones, a byte each.
package struct BinaryMask: Hashable, Sendable {
    /// Pixels in a line that have one value, and their neighbours in the line the other.
    private struct Run {
        let start: Int
        let step: Int
        let count: Int
        /// Whether the run ends with the picture on one side.
        let touchesBorder: Bool
    }

    package let width: Int
    package let height: Int
    package private(set) var bits: [UInt8]

    package init(width: Int, height: Int, bits: [UInt8]) {
        self.width = width
        self.height = height
        self.bits = bits
    }

    /// Clears runs of ones of at least this length, across and down: the lines of tables.
    package mutating func clearLines(ofAtLeast length: Int) {
        let across = runs(of: 1, across: true).filter { $0.count >= length }
        let down = runs(of: 1, across: false).filter { $0.count >= length }
        set(across + down, to: 0)
    }

    /// Sets runs of zeros between ones of up to this length, across, then down.
    package mutating func closeGaps(ofUpTo length: Int) {
        for across in [true, false] {
            set(
                runs(of: 0, across: across).filter { $0.count <= length && !$0.touchesBorder },
                to: 1
            )
        }
    }

    private mutating func set(_ runs: [Run], to value: UInt8) {
        for run in runs {
            for index in 0..<run.count { bits[run.start + index * run.step] = value }
        }
    }

    private func runs(of value: UInt8, across: Bool) -> [Run] {
        let bits = bits.span
        let (lines, length) = across ? (height, width) : (width, height)
        let (lineStep, step) = across ? (width, 1) : (1, width)
        var runs: [Run] = []
        for line in 0..<lines {
            var start = 0
            for position in 0...length {
                let offset = line &* lineStep &+ position &* step
                if position < length, bits[offset] == value { continue }
                if position > start {
                    runs.append(
                        Run(
                            start: line * lineStep + start * step,
                            step: step,
                            count: position - start,
                            touchesBorder: start == 0 || position == length
                        )
                    )
                }
                start = position + 1
            }
        }
        return runs
    }
}
