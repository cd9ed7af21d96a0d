/// A width and a height in pixels.
public struct PixelSize: Hashable, Sendable {
    /// Pixels across.
    public var width: Int
    /// Pixels down.
    public var height: Int

    /// States a size.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The longer side.
    public var longSide: Int { max(width, height) }
    /// The pixels.
    public var area: Int { width * height }
    /// Width divided by height.
    public var ratio: Double { Double(width) / Double(height) }

    /// The size at some eighths, rounded up as libjpeg does.
    public func scaled(eighths: Int) -> PixelSize {
        PixelSize(width: (width * eighths + 7) / 8, height: (height * eighths + 7) / 8)
    }

    /// The size with another long side, the proportions kept.
    public func scaled(longSide side: Int) -> PixelSize {
        func scaled(_ length: Int) -> Int { max(1, (length * side + longSide / 2) / longSide) }
        return PixelSize(width: scaled(width), height: scaled(height))
    }
}

extension PixelSize: CustomStringConvertible {
    /// The size as people write it, "1600×1200".
    public var description: String { "\(width)×\(height)" }
}
