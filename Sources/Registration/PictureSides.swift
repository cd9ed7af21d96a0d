/// Some of the four sides of a picture as stored.
public struct PictureSides: OptionSet, Hashable, Sendable {
    /// One bit a side.
    public let rawValue: UInt8

    /// Wraps bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The upper side.
    public static let top = PictureSides(rawValue: 1)
    /// The lower side.
    public static let bottom = PictureSides(rawValue: 2)
    /// The left side.
    public static let left = PictureSides(rawValue: 4)
    /// The right side.
    public static let right = PictureSides(rawValue: 8)
    /// All four: the thing fills the picture.
    public static let all: PictureSides = [.top, .bottom, .left, .right]

    /// The names of the sides: top, bottom, left, right.
    public var names: [String] {
        let all: [(PictureSides, String)] = [
            (.top, "top"), (.bottom, "bottom"), (.left, "left"), (.right, "right"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }

    /// How many sides.
    public var count: Int { rawValue.nonzeroBitCount }
}
