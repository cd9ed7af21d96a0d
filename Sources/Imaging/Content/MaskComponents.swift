/// The connected parts of a mask, diagonal neighbours included, found run by run.
struct MaskComponents {
    /// Ones in a row.
    struct Run {
        let y: Int
        let columns: Range<Int>
    }

    /// One connected part.
    struct Component {
        var area = 0
        var rows = 0..<0
        var columns = 0..<0
        /// Pixels on each border of the mask.
        var top = 0
        var bottom = 0
        var left = 0
        var right = 0

        /// The share of its bounding box that it covers.
        var fill: Double { Double(area) / Double(rows.count * columns.count) }
    }

    private(set) var components: [Component] = []

    init(_ mask: BinaryMask) {
        var runs: [Run] = []
        var parents: [Int] = []
        var above = 0..<0
        for y in 0..<mask.height {
            let start = runs.count
            Self.appendRuns(ofRow: y, of: mask, to: &runs)
            parents.append(contentsOf: start..<runs.count)
            var candidate = above.lowerBound
            for index in start..<runs.count {
                let columns = runs[index].columns
                while candidate < start, runs[candidate].columns.upperBound < columns.lowerBound {
                    candidate += 1
                }
                var other = candidate
                while other < start, runs[other].columns.lowerBound <= columns.upperBound {
                    let root = Self.root(of: other, in: &parents)
                    parents[root] = Self.root(of: index, in: &parents)
                    other += 1
                }
            }
            above = start..<runs.count
        }
        collect(runs, &parents, mask)
    }

    private static func appendRuns(ofRow y: Int, of mask: BinaryMask, to runs: inout [Run]) {
        let bits = mask.bits.span
        let row = y * mask.width
        var start: Int?
        for x in 0...mask.width {
            let isSet = x < mask.width && bits[row + x] != 0
            if isSet { start = start ?? x }
            guard !isSet, let first = start else { continue }
            runs.append(Run(y: y, columns: first..<x))
            start = nil
        }
    }

    private static func root(of index: Int, in parents: inout [Int]) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }

    private mutating func collect(_ runs: [Run], _ parents: inout [Int], _ mask: BinaryMask) {
        var places: [Int: Int] = [:]
        for index in runs.indices {
            let root = Self.root(of: index, in: &parents)
            let place = places[root] ?? components.count
            if place == components.count {
                places[root] = place
                components.append(Component())
            }
            components[place].add(runs[index], of: mask)
        }
    }
}

extension MaskComponents.Component {
    fileprivate mutating func add(_ run: MaskComponents.Run, of mask: BinaryMask) {
        if area == 0 {
            rows = run.y..<run.y
            columns = run.columns
        }
        rows = rows.lowerBound..<run.y + 1
        let left = min(columns.lowerBound, run.columns.lowerBound)
        columns = left..<max(columns.upperBound, run.columns.upperBound)
        area += run.columns.count
        if run.y == 0 { top += run.columns.count }
        if run.y == mask.height - 1 { bottom += run.columns.count }
        if run.columns.lowerBound == 0 { self.left += 1 }
        if run.columns.upperBound == mask.width { self.right += 1 }
    }
}
