/// A place that looks like one of the three squares in the corners of a QR code.
struct FinderPattern: Hashable {
    /// The centre.
    var x: Double
    var y: Double
    /// The size of a module in pixels.
    var module: Double
    /// In how many rows it was seen.
    var rows: Int

    /// Whether the other one may be the same square.
    func isNear(_ other: Self) -> Bool {
        let reach = 2 * max(module, other.module)
        return abs(x - other.x) < reach && abs(y - other.y) < reach && isAsLarge(as: other)
    }

    func isAsLarge(as other: Self) -> Bool {
        max(module, other.module) < 1.6 * min(module, other.module)
    }

    /// Takes in another sight of the same square.
    mutating func merge(_ other: Self) {
        let (own, others) = (Double(rows), Double(other.rows))
        x = (x * own + other.x * others) / (own + others)
        y = (y * own + other.y * others) / (own + others)
        module = (module * own + other.module * others) / (own + others)
        rows += other.rows
    }

    func scaled(by factor: Double) -> Self {
        Self(x: x * factor, y: y * factor, module: module * factor, rows: rows)
    }
}
