/// A part of a picture or document in parts of its width and height, from the upper left corner.
public struct RelativeBox: Hashable, Sendable {
    /// From the left edge, 0 to 1.
    public var x: Double
    /// From the upper edge, 0 to 1.
    public var y: Double
    /// The part of the width.
    public var width: Double
    /// The part of the height.
    public var height: Double

    /// States a part.
    public init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// The pixels of a picture that it touches, as far as the picture goes.
    public func region(in size: PixelSize) -> PixelRegion {
        func pixel(_ part: Double, of length: Int, _ rule: FloatingPointRoundingRule) -> Int {
            min(max(Int((part * Double(length)).rounded(rule)), 0), length)
        }
        let left = pixel(x, of: size.width, .down)
        let top = pixel(y, of: size.height, .down)
        return PixelRegion(
            x: left,
            y: top,
            width: pixel(x + width, of: size.width, .up) - left,
            height: pixel(y + height, of: size.height, .up) - top
        )
    }
}
