/// How far a picture may be reduced to fit under a limit.
public struct LegibilityFloor: Hashable, Sendable {
    /// The long side keeps at least so many pixels, unless it had fewer to begin with.
    public var longSide: Int
    /// The quality of a JPEG stays at least this, on the scale of the Independent JPEG Group.
    public var quality: Int

    /// States a floor; the default keeps a page of print at a size where it can be read.
    public init(longSide: Int = 1200, quality: Int = 40) {
        self.longSide = longSide
        self.quality = quality
    }
}
