/// Lines around all that a page shows.
public struct FormBorder: Hashable, Sendable {
    /// How thick they are, from the outermost, in millimetres.
    public var lines: [Double]
    /// From the middle of one to the middle of the next, in millimetres.
    public var apart: Double
    /// From the outermost to what stands inside, at left and right, in millimetres.
    public var sides: Double
    /// The same above and below.
    public var ends: Double

    /// States a border.
    public init(lines: [Double], apart: Double = 1.4, sides: Double, ends: Double) {
        self.lines = lines
        self.apart = apart
        self.sides = sides
        self.ends = ends
    }
}
