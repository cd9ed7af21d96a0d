import Glibc

/// Which samples along one side make each sample of a shorter or longer side, and how much each
/// counts: Lanczos with three lobes, stretched so that nothing is skipped when scaling down.
struct ResamplingAxis {
    /// The binary places of a weight behind the point.
    static let bits: Int32 = 14
    /// The weights of one result add up to this.
    static let one: Int32 = 1 << bits
    private static let lobes = 3.0

    /// The first sample of each result.
    let starts: [Int]
    /// How many samples each result takes: as many weights, one result after the other.
    let reach: Int
    let weights: [Int32]

    init(from length: Int, to newLength: Int) {
        let step = Double(length) / Double(newLength)
        let radius = Self.lobes * max(step, 1)
        reach = min(length, Int((2 * radius).rounded(.up)) + 1)
        var starts: [Int] = []
        var weights: [Int32] = []
        for index in 0..<newLength {
            let centre = (Double(index) + 0.5) * step - 0.5
            let start = min(max(Int((centre - radius).rounded(.up)), 0), length - reach)
            starts.append(start)
            let raw = (start..<start + reach).map { place in
                Self.lanczos((Double(place) - centre) / max(step, 1))
            }
            weights += Self.whole(raw)
        }
        self.starts = starts
        self.weights = weights
    }

    private static func lanczos(_ x: Double) -> Double {
        guard abs(x) < lobes else { return 0 }
        guard abs(x) > 1e-9 else { return 1 }
        let angle = Double.pi * x
        return lobes * sin(angle) * sin(angle / lobes) / (angle * angle)
    }

    /// Whole weights that add up to one exactly, so that flat paper stays flat.
    private static func whole(_ raw: [Double]) -> [Int32] {
        let sum = raw.reduce(0, +)
        var weights = raw.map { Int32(($0 / sum * Double(one)).rounded()) }
        let rest = one - weights.reduce(0, +)
        if let peak = weights.indices.max(by: { weights[$0] < weights[$1] }) {
            weights[peak] += rest
        }
        return weights
    }
}
