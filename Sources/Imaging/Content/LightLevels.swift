/// The histogram of a plane, and what can be read off it.
package struct LightLevels: Sendable {
    let counts: [Int]
    let total: Int

    /// Counts all samples.
    package init(_ plane: LumaPlane) { self.init(plane.samples.span) }

    init(_ samples: Span<UInt8>) {
        var counts = Array(repeating: 0, count: 256)
        for index in samples.indices { counts[Int(samples[index])] &+= 1 }
        self.counts = counts
        total = samples.count
    }

    /// The first value up to which at least so many percent of the samples lie.
    package func percentile(_ percent: Int) -> Int {
        var sum = 0
        for value in 0..<256 {
            sum += counts[value]
            if sum * 100 >= percent * total { return value }
        }
        return 255
    }

    /// The white of the paper: the commonest value from the median up, smoothed over seven values.
    var paperWhite: Int {
        let median = percentile(50)
        return (median..<256).max { smoothed($0) < smoothed($1) } ?? median
    }

    /// Otsu's threshold: what is above it differs most, as a class, from what is not.
    var otsuThreshold: Int {
        let sum = counts.indices.reduce(0) { $0 + $1 * counts[$1] }
        var best = (threshold: 0, separation: -1.0)
        var below = (count: 0, sum: 0)
        for value in 0..<255 {
            below = (below.count + counts[value], below.sum + value * counts[value])
            let above = total - below.count
            guard below.count > 0, above > 0 else { continue }
            let means = (
                Double(below.sum) / Double(below.count), Double(sum - below.sum) / Double(above)
            )
            let step = means.1 - means.0
            let separation = Double(below.count) * Double(above) * step * step
            if separation > best.separation { best = (value, separation) }
        }
        return best.threshold
    }

    private func smoothed(_ value: Int) -> Int {
        counts[max(value - 3, 0)...min(value + 3, 255)].reduce(0, +)
    }
}
