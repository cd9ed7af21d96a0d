/// A square of a picture in which a code may stand that was not read.
struct CodeSuspect: Hashable {
    /// The centre.
    var x: Double
    var y: Double
    /// Half the width and height.
    var reach: Double
    /// The size of a module in pixels.
    var module: Double

    /// Three corners of a code; nil if they do not lie as three corners do.
    init?(_ a: FinderPattern, _ b: FinderPattern, _ c: FinderPattern) {
        guard a.isAsLarge(as: b), b.isAsLarge(as: c), a.isAsLarge(as: c) else { return nil }
        let sides = [(a, b, c), (b, c, a), (c, a, b)].map { first, second, third in
            (length: Self.distance(first, second), first, second, third)
        }
        guard let longest = sides.max(by: { $0.length < $1.length }) else { return nil }
        let legs = [
            Self.distance(longest.1, longest.3), Self.distance(longest.2, longest.3),
        ]
        let module = (a.module + b.module + c.module) / 3
        // Fourteen modules lie between the squares of the smallest code; tilted, the legs differ.
        guard legs[0] > 9 * module, legs[0] < 180 * module,
            legs[0] < 1.7 * legs[1], legs[1] < 1.7 * legs[0]
        else { return nil }
        let square = legs[0] * legs[0] + legs[1] * legs[1]
        let cosine = (square - longest.length * longest.length) / (2 * legs[0] * legs[1])
        guard abs(cosine) < 0.5 else { return nil }
        x = (longest.1.x + longest.2.x) / 2
        y = (longest.1.y + longest.2.y) / 2
        reach = longest.length / 2 + 11 * module
        self.module = module
    }

    /// All around one corner, as far as a code of version 10 goes whatever its angle.
    init(around pattern: FinderPattern) {
        (x, y, module) = (pattern.x, pattern.y, pattern.module)
        reach = 62 * module
    }

    /// Whether looking there would be looking here once more.
    func isLike(_ other: Self) -> Bool {
        let near = 0.25 * min(reach, other.reach)
        return abs(x - other.x) < near && abs(y - other.y) < near
            && max(module, other.module) < 1.3 * min(module, other.module)
            && max(reach, other.reach) < 1.3 * min(reach, other.reach)
    }

    private static func distance(_ a: FinderPattern, _ b: FinderPattern) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
}
