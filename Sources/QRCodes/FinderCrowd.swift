/// Counts, roughly and quickly, what looks like corners of codes.
///
/// The linked decoder tries all triples of them: a picture made of such squares would keep it busy for
/// hours. No page has so many.
struct FinderCrowd {
    /// More than the corners of all codes that one picture may hold.
    private static let limit = 500.0
    /// The decoder looks at every third row too.
    private static let rowStep = 3
    /// How many pixels a pixel is compared with, to its left and to its right.
    private static let reach = 16
    /// How much darker than the mean of these a pixel must be: the decoder sees no squares in noise.
    private static let margin: Int32 = 12

    private let plane: LumaPlane
    /// Whether there are too many in the plane or in a smaller copy of it, as the decoder makes them.
    static func isCrowded(_ plane: LumaPlane) -> Bool {
        var copy: LumaPlane? = plane
        while let plane = copy, min(plane.width, plane.height) > 40 {
            if Self(plane: plane).isTooLarge { return true }
            copy = plane.halved
        }
        return false
    }

    private init(plane: LumaPlane) { self.plane = plane }

    private var isTooLarge: Bool {
        var count = 0.0
        for y in stride(from: 2, to: plane.height, by: Self.rowStep) {
            count += squares(inRow: y)
            if count > Self.limit { return true }
        }
        return false
    }

    /// How many squares a row is a share of.
    private func squares(inRow y: Int) -> Double {
        var count = 0.0
        let (width, bytes, reach) = (plane.width, plane.bytes.span, Self.reach)
        let start = y * width
        let size = Int32(2 * reach + 1)
        let margin = Self.margin &* size
        var sum: Int32 = 0
        for x in -reach...reach { sum &+= Int32(bytes[start + min(max(x, 0), width - 1)]) }
        var runs = FinderRuns()
        var isDark = false
        var length = 0
        for x in 0..<width {
            let next = Int32(bytes[start + x]) &* size < sum &- margin
            if next == isDark {
                length &+= 1
            } else {
                runs.push(length)
                if isDark, runs.areProportional {
                    let centre = x - runs.e - runs.d - runs.c / 2
                    let threshold = UInt8(clamping: sum / size - Self.margin)
                    let module = runs.module
                    if isSquare(centre, y, threshold, module) {
                        // A square of modules of so many pixels is met in so many rows.
                        count += min(1, Double(Self.rowStep) / (3 * module))
                    }
                }
                (isDark, length) = (next, 1)
            }
            sum &+= Int32(bytes[start + min(x + reach + 1, width - 1)])
            sum &-= Int32(bytes[start + max(x - reach, 0)])
        }
        return count
    }

    /// Whether a cut down is like the one across.
    private func isSquare(_ x: Int, _ y: Int, _ threshold: UInt8, _ module: Double) -> Bool {
        let (width, bytes) = (plane.width, plane.bytes.span)
        var (up, down) = (y, y + 1)
        func run(_ row: inout Int, _ step: Int, _ isDark: Bool) -> Int {
            let first = row
            while row >= 0, row < plane.height, (bytes[row * width + x] <= threshold) == isDark,
                abs(row - first) < 100
            {
                row += step
            }
            return abs(row - first)
        }
        let c = run(&up, -1, true) + run(&down, 1, true)
        let (b, d) = (run(&up, -1, false), run(&down, 1, false))
        let runs = FinderRuns(a: run(&up, -1, true), b: b, c: c, d: d, e: run(&down, 1, true))
        return runs.areProportional && abs(runs.module - module) < 0.5 * module
    }
}
