/// Looks for the squares in the corners of QR codes in a plane that may be blurred, shaded or stained.
///
/// A cut through such a square, at any angle, is dark, light, dark, light, dark in the proportions
/// 1 : 1 : 3 : 1 : 1. Modules of about two to five pixels are found; larger ones in a smaller copy.
struct FinderSearch {
    private let width: Int
    private let height: Int
    /// 1 where a pixel is darker than the mean of those around it.
    private let dark: [UInt8]

    /// How far around a pixel the mean reaches.
    private static let reach = 8
    /// How much darker than the mean a pixel must be; less is noise.
    private static let margin = 5
    /// More places than this are no page.
    private static let limit = 600

    init(_ plane: LumaPlane) {
        (width, height) = (plane.width, plane.height)
        dark = Self.darkPixels(of: plane)
    }

    /// The places, those seen in most rows first.
    var patterns: [FinderPattern] {
        var found: [FinderPattern] = []
        for y in 0..<height where found.count < Self.limit { scan(row: y, into: &found) }
        return found.filter { Double($0.rows) >= max(2, 0.8 * $0.module) }
    }

    private func scan(row y: Int, into found: inout [FinderPattern]) {
        let start = y * width
        var runs = FinderRuns()
        var isDark = false
        var length = 0
        for x in 0...width {
            let next = x < width && dark[start + x] == 1
            if next == isDark, x < width {
                length += 1
                continue
            }
            runs.push(length)
            if isDark, runs.areProportional {
                let centre = Double(x) - Double(runs.e + runs.d) - Double(runs.c) / 2
                if let pattern = checked(near: centre, y, runs.module) { add(pattern, to: &found) }
            }
            (isDark, length) = (next, 1)
        }
    }

    private func add(_ pattern: FinderPattern, to found: inout [FinderPattern]) {
        if let index = found.lastIndex(where: { $0.isNear(pattern) }) {
            found[index].merge(pattern)
        } else {
            found.append(pattern)
        }
    }

    /// The pattern, if the cuts down and once more across go through one too.
    private func checked(near x: Double, _ y: Int, _ module: Double) -> FinderPattern? {
        guard let down = cut(Int(x), y, module, stepX: 0, stepY: 1),
            let across = cut(Int(x), Int(Double(y) + down.offset), module, stepX: 1, stepY: 0)
        else { return nil }
        return FinderPattern(
            x: Double(Int(x)) + across.offset,
            y: Double(y) + down.offset,
            module: (down.module + across.module) / 2,
            rows: 1
        )
    }

    /// Measures the five runs around a dark pixel, and how far off their middle it is.
    private func cut(
        _ x: Int,
        _ y: Int,
        _ module: Double,
        stepX: Int,
        stepY: Int
    ) -> (module: Double, offset: Double)? {
        let most = Int(5 * module) + 2
        func run(_ from: Int, _ sign: Int, _ value: UInt8) -> Int? {
            var length = 0
            while true {
                let place = (from + length) * sign
                let (column, row) = (x + place * stepX, y + place * stepY)
                guard column >= 0, column < width, row >= 0, row < height,
                    dark[row * width + column] == value
                else { return length }
                length += 1
                if length > most { return nil }
            }
        }
        guard let after = run(0, 1, 1), after > 0, let before = run(1, -1, 1),
            let d = run(after, 1, 0), let e = run(after + d, 1, 1),
            let b = run(before + 1, -1, 0), let a = run(before + 1 + b, -1, 1)
        else { return nil }
        let runs = FinderRuns(a: a, b: b, c: before + after, d: d, e: e)
        guard runs.areProportional, max(runs.module, module) < 1.7 * min(runs.module, module) else {
            return nil
        }
        return (runs.module, Double(after - before) / 2)
    }

    private static func darkPixels(of plane: LumaPlane) -> [UInt8] {
        let (width, height, bytes) = (plane.width, plane.height, plane.bytes)
        let area = Int32((2 * reach + 1) * (2 * reach + 1))
        let margin = Int32(margin) * area
        var columns = [Int32](repeating: 0, count: width)
        return unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { result, count in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                func add(_ row: Int, _ sign: Int32) {
                    let start = min(max(row, 0), height - 1) * width
                    for x in 0..<width { columns[x] &+= unsafe sign &* Int32(bytes[start + x]) }
                }
                for row in -reach...reach { add(row, 1) }
                for y in 0..<height {
                    var sum: Int32 = 0
                    for x in -reach...reach { sum &+= columns[min(max(x, 0), width - 1)] }
                    for x in 0..<width {
                        let pixel = unsafe Int32(bytes[y * width + x])
                        unsafe result[y * width + x] = pixel &* area < sum &- margin ? 1 : 0
                        sum &+= columns[min(x + reach + 1, width - 1)]
                        sum &-= columns[max(x - reach, 0)]
                    }
                    add(y + reach + 1, 1)
                    add(y - reach, -1)
                }
            }
            count = bytes.count
        }
    }
}
