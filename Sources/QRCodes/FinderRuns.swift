/// Five runs of dark, light, dark, light and dark pixels in a row.
struct FinderRuns {
    var a = 0
    var b = 0
    var c = 0
    var d = 0
    var e = 0

    mutating func push(_ length: Int) { (a, b, c, d, e) = (b, c, d, e, length) }

    var module: Double { Double(a + b + c + d + e) / 7 }

    /// Whether they are as 1 : 1 : 3 : 1 : 1, as far as pixels can tell.
    var areProportional: Bool {
        // In sevenths of a pixel. Most runs of a page fail at once.
        let module = a + b + c + d + e
        guard a > 0, module >= 11 else { return false }
        // Blur and bad thresholds move edges by a part of a pixel whatever the size.
        let slack = (module * 6 + 42) / 10
        return abs(7 * a - module) < slack && abs(7 * b - module) < slack
            && abs(7 * d - module) < slack && abs(7 * e - module) < slack
            && abs(7 * c - 3 * module) < module * 16 / 10
    }
}
