/// A place on a page, in millimetres from its top left corner.
public struct Point: Hashable, Sendable {
    /// Millimetres from the left edge.
    public var x: Double
    /// Millimetres from the top edge.
    public var y: Double

    /// States a place in millimetres.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// Width and height in millimetres.
public struct Size: Hashable, Sendable {
    /// Millimetres from left to right.
    public var width: Double
    /// Millimetres from top to bottom.
    public var height: Double

    /// States a size in millimetres.
    public init(_ width: Double, _ height: Double) {
        self.width = width
        self.height = height
    }

    /// A4 upright, 210 x 297 mm (ISO 216).
    public static let a4 = Self(210, 297)
}

/// An upright rectangle on a page, in millimetres from the page's top left corner.
public struct Box: Hashable, Sendable {
    /// The left edge.
    public var x: Double
    /// The top edge.
    public var y: Double
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double

    /// States a box by its top left corner and its size, in millimetres.
    public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The right edge.
    public var right: Double { x + width }
    /// The bottom edge.
    public var bottom: Double { y + height }
    /// The middle from left to right.
    public var centre: Double { x + width / 2 }
    /// The middle from top to bottom.
    public var middle: Double { y + height / 2 }

    /// The box made smaller by the given widths on its sides.
    public func inset(left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0)
        -> Self
    {
        Self(x + left, y + top, width - left - right, height - top - bottom)
    }

    /// The box made smaller by the same width on all sides.
    public func inset(_ width: Double) -> Self {
        inset(left: width, top: width, right: width, bottom: width)
    }

    /// The largest box of the given proportions inside this one, centred.
    public func fitting(_ proportions: Size) -> Self {
        guard proportions.width > 0, proportions.height > 0 else { return self }
        let scale = min(width / proportions.width, height / proportions.height)
        let size = Size(proportions.width * scale, proportions.height * scale)
        return Self(centre - size.width / 2, middle - size.height / 2, size.width, size.height)
    }
}
